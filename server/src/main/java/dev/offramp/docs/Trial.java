package dev.offramp.docs;

import java.util.List;

/// What a form needs to try an operation on the sandbox.
///
/// @param path below `/v1`, with `{name}` where a parameter goes
/// @param body an example of one; empty where none is sent
record Trial(String method, String path, List<Parameter> parameters, String body) {

    /// @param place `path` or `query`
    record Parameter(String name, String place, String description, boolean isRequired) {}
}
