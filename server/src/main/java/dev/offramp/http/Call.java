package dev.offramp.http;

import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Sent;
import dev.offramp.wire.Values;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A request on its way through the checks, with what they have found out so far.
///
/// @param caller known once the credentials were checked
/// @param environment known once its header was checked
/// @param limit known once the request was counted, on routes that have a limit
record Call(
        RawRequest raw,
        Routes.Found found,
        Map<String, Sent> sentQuery,
        Optional<Authenticated> caller,
        Optional<Environment> environment,
        Optional<RateLimit> limit,
        Map<String, String> path,
        Values query,
        Values body) {

    static Call of(RawRequest raw, Routes.Found found, Map<String, Sent> sentQuery) {
        return new Call(
                raw,
                found,
                sentQuery,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Values.NONE,
                Values.NONE);
    }

    Route route() {
        return found.route();
    }

    Authenticated knownCaller() {
        return caller.orElseThrow();
    }

    Call from(Authenticated known) {
        return new Call(raw, found, sentQuery, Optional.of(known), environment, limit, path, query, body);
    }

    Call in(Environment known) {
        return new Call(raw, found, sentQuery, caller, Optional.of(known), limit, path, query, body);
    }

    Call within(RateLimit known) {
        return new Call(raw, found, sentQuery, caller, environment, Optional.of(known), path, query, body);
    }

    Call at(Map<String, String> known) {
        return new Call(raw, found, sentQuery, caller, environment, limit, known, query, body);
    }

    Call with(Values knownQuery, Values knownBody) {
        return new Call(raw, found, sentQuery, caller, environment, limit, path, knownQuery, knownBody);
    }

    /// Of the route's limit, if it has one and the request came so far.
    Map<String, String> limitHeaders() {
        return limit.map(RateLimit::headers).orElse(Map.of());
    }

    Tenant tenant() {
        return new Tenant(knownCaller().integration().id(), environment.orElseThrow());
    }

    /// The key under which the client repeats what changes something; asking needs none.
    Optional<String> idempotencyKey() {
        return route().method() == Method.GET ? Optional.empty() : raw.header(Headers.IDEMPOTENCY_KEY);
    }

    /// What is asked for, in one fixed spelling and without secrets: method, path, body.
    String canonical() {
        String variables = route().parameters().stream()
                .map(parameter -> path.get(parameter.name()) + "\n")
                .collect(Collectors.joining());
        String fields = route().body().map(form -> form.canonical(body)).orElse("");
        return route().method() + " " + route().path() + "\n" + variables + fields;
    }

    /// Lets the endpoint answer, once everything is known.
    Answer answer(Effect effect) {
        return found.endpoint().answer(new Request(raw.requestId(), tenant(), path, query, body, effect));
    }
}
