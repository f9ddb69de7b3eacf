package dev.offramp.http;

import dev.offramp.tenancy.Scope;
import dev.offramp.web.PathTree;
import dev.offramp.wire.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What an endpoint says of itself: where it is, who may use it, what it takes.
///
/// @param path below `/v1`, as `/trades/wallets/{id}/bank`
/// @param parameters one for each `{name}` in the path, in their order
/// @param query what it reads of the query; other keys are ignored
/// @param body what its body may carry, strictly; without one, whatever is sent is ignored
/// @param perMinute how many requests of an integration it takes in a clock minute; empty: any number
public record Route(
        Method method,
        String path,
        Scope scope,
        List<PathParameter> parameters,
        Form query,
        Optional<Form> body,
        OptionalInt perMinute) {

    public Route {
        parameters = List.copyOf(parameters);
        List<String> names = parameters.stream().map(PathParameter::name).toList();
        if (!path.startsWith("/") || !variables(path).toList().equals(names)) {
            throw new IllegalArgumentException(path + " does not go with the parameters " + names);
        }
    }

    public static Route get(String path, Scope scope, PathParameter... parameters) {
        return of(Method.GET, path, scope, parameters);
    }

    public static Route post(String path, Scope scope, PathParameter... parameters) {
        return of(Method.POST, path, scope, parameters);
    }

    public static Route put(String path, Scope scope, PathParameter... parameters) {
        return of(Method.PUT, path, scope, parameters);
    }

    public static Route delete(String path, Scope scope, PathParameter... parameters) {
        return of(Method.DELETE, path, scope, parameters);
    }

    public Route query(Form form) {
        return new Route(method, path, scope, parameters, form, body, perMinute);
    }

    public Route body(Form form) {
        return new Route(method, path, scope, parameters, query, Optional.of(form), perMinute);
    }

    public Route perMinute(int most) {
        return new Route(method, path, scope, parameters, query, body, OptionalInt.of(most));
    }

    /// What requests to it are counted under.
    String key() {
        return method + " " + path;
    }

    private static Route of(Method method, String path, Scope scope, PathParameter... parameters) {
        return new Route(
                method, path, scope, Arrays.asList(parameters), Form.EMPTY, Optional.empty(), OptionalInt.empty());
    }

    private static Stream<String> variables(String path) {
        return PathTree.segments(path).stream()
                .filter(PathTree::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1));
    }
}
