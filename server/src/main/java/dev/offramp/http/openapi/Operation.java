package dev.offramp.http.openapi;

import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Method;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Route;
import dev.offramp.wire.Field;
import dev.offramp.wire.Form;
import dev.offramp.wire.ListForm;
import dev.offramp.wire.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An endpoint as the document knows it.
///
/// @param name unlike any other's: that of its class, with the path where a class has several
record Operation(String name, Route route, Manual manual, Tag tag) {

    /// In the order of the endpoints.
    static List<Operation> all(List<Endpoint> endpoints) {
        List<Operation> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Endpoint endpoint : endpoints) {
            String name = lowerFirst(endpoint.getClass().getSimpleName());
            String unique = names.add(name)
                    ? name
                    : name + "At" + camel(endpoint.route().path());
            all.add(new Operation(unique, endpoint.route(), endpoint.manual(), Tag.of(endpoint)));
        }
        return all;
    }

    boolean changesThings() {
        return route.method() != Method.GET;
    }

    boolean hasBody() {
        return route.body().filter(form -> form != Form.EMPTY).isPresent();
    }

    /// Whether it can be asked for all that matches, as a table.
    boolean answersTables() {
        return route.query().fields().stream().map(Field::name).anyMatch(ListForm.EXPORTS.name()::equals);
    }

    /// All it can be refused with by its own rules, its path's among them.
    Collection<Refusal> ownRefusals() {
        Set<Refusal> own = EnumSet.noneOf(Refusal.class);
        own.addAll(manual.refusals());
        own.addAll(route.parameters().stream().map(PathParameter::refusal).toList());
        own.remove(Refusal.INVALID_ID);
        own.remove(Refusal.INVALID_INPUT);
        if (hasInput()) {
            own.add(Refusal.INVALID_INPUT);
        }
        return own;
    }

    /// All it can be refused with before its own rules, whatever it is about.
    Collection<Refusal> sharedRefusals() {
        Set<Refusal> shared = EnumSet.of(
                Refusal.MALFORMED,
                Refusal.HTTP_VERSION,
                Refusal.CREDENTIALS_MISSING,
                Refusal.CREDENTIALS_INVALID,
                Refusal.ENVIRONMENT_UNKNOWN,
                Refusal.HTTPS_REQUIRED,
                Refusal.PRODUCTION_OFF,
                Refusal.INTEGRATION_INACTIVE,
                Refusal.ACCESS_FORBIDDEN,
                Refusal.BODY_LATE,
                Refusal.BODY_TOO_LARGE,
                Refusal.CONTENT_ENCODING_UNSUPPORTED,
                Refusal.SERVER_ERROR,
                Refusal.UNAVAILABLE);
        if (changesThings()) {
            shared.addAll(List.of(Refusal.KEY_REUSED, Refusal.KEY_IN_PROGRESS));
            shared.add(Refusal.INVALID_INPUT);
        }
        if (route.body().isPresent()) {
            shared.add(Refusal.MEDIA_TYPE_UNSUPPORTED);
        }
        if (route.perMinute().isPresent()) {
            shared.add(Refusal.TOO_MANY_REQUESTS);
        }
        if (route.parameters().stream().anyMatch(parameter -> parameter.refusal() == Refusal.INVALID_ID)) {
            shared.add(Refusal.INVALID_ID);
        }
        return shared;
    }

    private boolean hasInput() {
        return hasBody()
                || !route.query().fields().isEmpty()
                || route.parameters().stream().anyMatch(parameter -> parameter.refusal() == Refusal.INVALID_INPUT);
    }

    private static String camel(String path) {
        StringBuilder camel = new StringBuilder();
        Stream.of(path.replaceAll("\\{\\w+}", "").split("[^a-zA-Z]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word ->
                        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return camel.toString();
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
