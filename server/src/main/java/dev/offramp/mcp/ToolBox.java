package dev.offramp.mcp;

import java.util.List;

/// Tools that belong together.
public sealed interface ToolBox permits DocTools, AccountTools, SandboxTools {

    /// In the order in which they are listed.
    List<Tool> tools();
}
