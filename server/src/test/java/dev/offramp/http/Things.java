package dev.offramp.http;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Trouble;
import dev.offramp.tenancy.Scope;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Endpoints to try the machinery on.
final class Things {

    static final TextField LABEL = Fields.text("label").required();

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").positive().decimals(2);

    private Things() {}

    record ThingJson(String id, String label, Optional<BigDecimal> amount, String environment) {}

    /// One that nobody reads about.
    interface Thing extends Endpoint {
        @Override
        default Manual manual() {
            return Manual.of("Do a thing", "", new Shape.Nothing());
        }
    }

    static List<Endpoint> all() {
        return List.of(
                new ListThings(),
                new MakeThing(),
                new ShowThing(),
                new DropThing(),
                new FindThing(),
                new ResendThing(),
                new NoThing(),
                new LimitedThing(),
                new TroubledThing(),
                new BrokenThing());
    }

    /// A server that has started, on any free port.
    static Web served(List<Endpoint> endpoints, int concurrentRequests) {
        ManualClock clock = new ManualClock();
        Http http =
                Http.create(ChecksTest.settings(true, false), Callers.knowing(Callers.unlimited()), endpoints, clock);
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), concurrentRequests, Optional.empty());
        Web web = Web.create(settings, List.of(http), clock, new ObjectIds(clock, new Random(1)));
        web.start();
        return web;
    }

    /// A list with pages.
    record ListThings() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things", Scope.READ).query(Form.of(Page.NUMBER, Page.SIZE));
        }

        @Override
        public Answer answer(Request request) {
            return Answer.page(
                    Message.DATA_FETCHED, List.of(), Page.of(request.query()).meta(0));
        }
    }

    record MakeThing() implements Thing {
        @Override
        public Route route() {
            return Route.post("/things/{id}/make", Scope.DEPOSITS, PathParameter.assetId("id"))
                    .body(Form.of(LABEL, AMOUNT));
        }

        @Override
        public Answer answer(Request request) {
            return Answer.success(
                    Message.DATA_FETCHED,
                    new ThingJson(
                            request.objectId("id").value(),
                            request.body().get(LABEL),
                            request.body().find(AMOUNT),
                            request.tenant().environment().code()));
        }
    }

    record ShowThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/{id}", Scope.READ, PathParameter.id("id"));
        }

        @Override
        public Answer answer(Request request) {
            return Answer.success(Message.DATA_FETCHED);
        }
    }

    record DropThing() implements Thing {
        @Override
        public Route route() {
            return Route.delete("/things/{id}", Scope.WITHDRAWALS, PathParameter.walletId("id"));
        }

        @Override
        public Answer answer(Request request) {
            return Answer.success(request.text("id"));
        }
    }

    record FindThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/thing/{key}", Scope.READ, PathParameter.text("key", Refusal.WITHDRAWAL_NOT_FOUND));
        }

        @Override
        public Answer answer(Request request) {
            return Answer.success(request.text("key"));
        }
    }

    /// A `POST` without a body.
    record ResendThing() implements Thing {
        @Override
        public Route route() {
            return Route.post("/things/resend", Scope.WEBHOOKS);
        }

        @Override
        public Answer answer(Request request) {
            return Answer.success(Message.RESEND_ATTEMPTED);
        }
    }

    record NoThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/none", Scope.READ);
        }

        @Override
        public Answer answer(Request request) {
            return Answer.refusal(Refusal.ASSET_NOT_FOUND);
        }
    }

    /// Three times a minute, and then there is nothing.
    record LimitedThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/limited/{id}", Scope.READ, PathParameter.id("id"))
                    .perMinute(3);
        }

        @Override
        public Answer answer(Request request) {
            return Answer.refusal(Refusal.ASSET_NOT_FOUND);
        }
    }

    record TroubledThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/trouble", Scope.READ);
        }

        @Override
        public Answer answer(Request request) {
            throw new Trouble("the database did not answer", Duration.ofMillis(1_500));
        }
    }

    record BrokenThing() implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/broken", Scope.READ);
        }

        @Override
        public Answer answer(Request request) {
            throw new IllegalStateException("a secret of the house");
        }
    }

    /// Says when it has begun, and answers when it may.
    record WaitingThing(CountDownLatch begun, CountDownLatch mayAnswer) implements Thing {
        @Override
        public Route route() {
            return Route.get("/things/wait", Scope.READ);
        }

        @Override
        public Answer answer(Request request) {
            begun.countDown();
            try {
                mayAnswer.await();
                return Answer.success("at last");
            } catch (InterruptedException e) {
                return Answer.success("interrupted");
            }
        }
    }
}
