package dev.offramp.bench.auth;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Shape;

/// Answers with nothing, so that what is left is transport and checks.
record Nothing() implements Endpoint {

    static final String PATH = "/nothing";

    @Override
    public Route route() {
        return Route.get(PATH, Scope.READ);
    }

    @Override
    public Manual manual() {
        return Manual.of("Answer nothing", "For measuring.", new Shape.Nothing());
    }

    @Override
    public Answer answer(Request request) {
        return Answer.success(Message.DATA_FETCHED);
    }
}
