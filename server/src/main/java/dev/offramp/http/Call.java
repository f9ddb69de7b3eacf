package dev.offramp.http;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Sent;
import dev.offramp.wire.Values;
import java.util.Map;
import java.util.Optional;

/// An arrival on its way through the checks, with what they have found out so far.
///
/// @param caller known once the credentials were checked
/// @param environment known once its header was checked
record Call(
        Arrival arrival,
        Routes.Found found,
        Map<String, Sent> sentQuery,
        Optional<Caller> caller,
        Optional<Environment> environment,
        Map<String, String> path,
        Values query,
        Values body) {

    static Call of(Arrival arrival, Routes.Found found, Map<String, Sent> sentQuery) {
        return new Call(
                arrival, found, sentQuery, Optional.empty(), Optional.empty(), Map.of(), Values.NONE, Values.NONE);
    }

    Route route() {
        return found.route();
    }

    Caller knownCaller() {
        return caller.orElseThrow();
    }

    Call from(Caller known) {
        return new Call(arrival, found, sentQuery, Optional.of(known), environment, path, query, body);
    }

    Call in(Environment known) {
        return new Call(arrival, found, sentQuery, caller, Optional.of(known), path, query, body);
    }

    Call at(Map<String, String> known) {
        return new Call(arrival, found, sentQuery, caller, environment, known, query, body);
    }

    Call with(Values knownQuery, Values knownBody) {
        return new Call(arrival, found, sentQuery, caller, environment, path, knownQuery, knownBody);
    }

    /// What the endpoint gets, once everything is known.
    Request request() {
        Tenant tenant = new Tenant(knownCaller().integration(), environment.orElseThrow());
        return new Request(arrival.requestId(), tenant, path, query, body);
    }
}
