package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.http.asset.CalculateRate;
import dev.offramp.http.bank.ValidateAccount;
import dev.offramp.http.webhook.ResendWebhooks;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What holds for every endpoint there is.
class EndpointsTest {

    private static final Api API = new Api();
    private static final ApiClient CLIENT = API.client("every endpoint");

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void areTheseAndNoOthers() {
        assertThat(routes().stream().map(route -> route.method() + " " + route.path() + " " + route.scope()))
                .containsExactlyInAnyOrderElementsOf("""
                GET /trades/assets READ
                GET /trades/sell/assets READ
                POST /trades/pbc/sell/rate-calculator/{id} READ
                GET /trades/pbc/sell/rates READ
                GET /trades/pbc/sell/assets/market/converter READ
                POST /trades/sell/assets/{id}/generate-address DEPOSITS
                GET /trades/wallets READ
                GET /trades/wallets/{id} READ
                PUT /trades/wallets/{id}/bank DEPOSITS
                PUT /trades/wallets/{id}/auto-settlement DEPOSITS
                GET /transactions READ
                GET /trades/transactions READ
                GET /trades/transactions/{id} READ
                GET /trades/sell/{id} READ
                POST /trades/sell/mock-trade DEPOSITS
                GET /payments/banks READ
                POST /payments/banks/validate READ
                POST /payments/banks/add WITHDRAWALS
                GET /payments/integration-banks READ
                GET /payments/integration-banks/{id} READ
                DELETE /payments/banks/{id} WITHDRAWALS
                GET /payments/withdrawals READ
                POST /payments/withdraw/bank/{id} WITHDRAWALS
                POST /payments/withdraw/address WITHDRAWALS
                GET /payments/supported-assets-info READ
                POST /payments/wallet-addresses WITHDRAWALS
                GET /payments/wallet-addresses READ
                DELETE /payments/wallet-addresses/{id} WITHDRAWALS
                POST /payments/convert WITHDRAWALS
                POST /payments/fiat-to-usd WITHDRAWALS
                GET /payments/withdrawal/{id} READ
                GET /users/fetch-integration READ
                PUT /users/markup-percent DEPOSITS
                GET /transactions/webhooks WEBHOOKS
                GET /transactions/webhooks/{id} WEBHOOKS
                POST /transactions/webhooks/resend/{reference} WEBHOOKS
                POST /transactions/webhooks/replay WEBHOOKS
                POST /transactions/webhooks/listen WEBHOOKS
                """.lines().toList());
    }

    /// What is changed otherwise would be changed twice when a crash comes before the answer is kept. Receivers know a
    /// resent event by its id.
    @Test
    void changeThingsInTheTransactionThatKeepsTheirAnswer() throws IOException {
        Set<Class<?>> changeNothing = Set.of(CalculateRate.class, ValidateAccount.class, ResendWebhooks.class);
        for (Endpoint endpoint : API.endpoints) {
            if (endpoint.route().method() != Method.GET) {
                Class<?> type = endpoint.getClass();
                Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
                assertThat(Files.readString(source).contains("request.commit("))
                        .as(type.getSimpleName())
                        .isNotEqualTo(changeNothing.contains(type));
            }
        }
    }

    @Test
    void wantCredentialsBeforeAnythingElse() {
        for (Route route : routes()) {
            Reply reply = CLIENT.send(route.method().name(), path(route, "nonsense"), "[", Map.of());
            assertThat(reply.outcome()).as(route.path()).isEqualTo("401 x-app-id and x-app-secret are required");
        }
    }

    @Test
    void areClosedToCredentialsOfOtherScopes() {
        for (Route route : routes()) {
            Set<Scope> others = EnumSet.complementOf(EnumSet.of(route.scope()));
            ApiClient limited = API.limited(
                    CLIENT, new CredentialLimits(Set.of(Environment.values()), others, List.of(), Optional.empty()));
            Reply reply = limited.send(route.method().name(), path(route, "nonsense"), "[");
            assertThat(reply.outcome()).as(route.path()).isEqualTo("403 access is forbidden");
        }
    }

    @Test
    void lookAtPathIdsBeforeTheBody() {
        for (Route route : routes()) {
            for (PathParameter parameter : route.parameters()) {
                String outcome = CLIENT.send(route.method().name(), path(route, "%00"), "[")
                        .outcome();
                assertThat(outcome).as(route.path()).isEqualTo(new Reply(parameter.answer()).outcome());
            }
        }
    }

    @Test
    void refuseUnknownFieldsBeforeTheyLookForAnything() {
        for (Route route : routes()) {
            if (route.body().filter(form -> form != Form.EMPTY).isPresent()) {
                Reply reply = CLIENT.send(route.method().name(), path(route, Api.NOBODY), "{'surprise': 1}");
                assertThat(reply.outcome())
                        .as(route.path())
                        .startsWith("422")
                        .contains("\"surprise\":[\"unknown fields detected\"]");
            }
        }
    }

    @Test
    void refusePagesThatAreNone() {
        List<Route> lists = routes().stream()
                .filter(route -> route.query().fields().contains(dev.offramp.wire.Page.SIZE))
                .toList();
        assertThat(lists).hasSize(7);
        for (Route route : lists) {
            assertThat(CLIENT.get(route.path() + "?page=0&size=201").outcome())
                    .as(route.path())
                    .isEqualTo("422 {\"page\":[\"page must be at least 1\"],\"size\":[\"size must be at most 200\"]}");
            assertThat(CLIENT.get(route.path() + "?page=undefined&size=&colour=red")
                            .body())
                    .as(route.path())
                    .contains("\"data\":[],\"meta\":{\"pages\":1,\"prevPage\":null,\"nextPage\":null,\"page\":1,"
                            + "\"totalDocs\":0,\"hasPrevPage\":false,\"hasNextPage\":false}");
        }
    }

    private static List<Route> routes() {
        return API.endpoints.stream().map(Endpoint::route).toList();
    }

    private static String path(Route route, String value) {
        return route.path().replaceAll("\\{\\w+}", value);
    }
}
