package dev.offramp.http.account;

import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.SettingChange;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Shape;
import dev.offramp.wire.account.MarkupJson;
import java.math.BigDecimal;

/// Sets the business's own margin, from the next credited deposit on.
public record SetMarkup(Tenancy tenancy) implements Endpoint {

    /// As wide as [Tenancy#setMarkup] allows.
    private static final DecimalField MARKUP =
            Fields.decimal("markupPercent").required().from("0").to("10").decimals(2);

    @Override
    public Route route() {
        return Route.put("/users/markup-percent", Scope.DEPOSITS).body(Form.of(MARKUP));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Set the markup",
                "The business's own margin on the rate, from the next credited deposit on.",
                new Shape.One(MarkupJson.class));
    }

    @Override
    public Answer answer(Request request) {
        BigDecimal percent = request.body().get(MARKUP);
        return request.commit(tx -> set(tx, request.tenant(), percent));
    }

    private Answer set(Transaction tx, Tenant tenant, BigDecimal percent) {
        return switch (tenancy.setMarkup(tx, tenant, percent)) {
            case SettingChange.Changed(TenantSettings settings) ->
                Answer.success(
                        Message.MARKUP_UPDATED, new MarkupJson(settings.markup().value()));
            case SettingChange.MarkupOutOfRange _, SettingChange.UnfitFeeTiers _ ->
                throw new IllegalStateException("the form lets through what the setting refuses: " + percent);
        };
    }
}
