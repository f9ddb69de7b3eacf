package dev.offramp.trail;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everything that can be done of which there is an entry. The code is stored, and therefore never changed; the words
/// are read after the actor's: "ann@example.com created a credential".
public enum Action {
    SIGNED_UP("person.signed-up", "signed up"),
    PERSON_CREATED("person.created", "created a person"),
    NAME_CHANGED("person.name-changed", "changed their name"),
    EMAIL_CHANGED("person.email-changed", "changed an e-mail address"),
    PERSON_DISABLED("person.disabled", "kept a person out"),
    PERSON_ENABLED("person.enabled", "let a person in again"),
    OPERATOR_GRANTED("person.operator-granted", "made a person an operator"),
    OPERATOR_REVOKED("person.operator-revoked", "ended a person's being an operator"),
    SIGNED_IN("sign-in.succeeded", "signed in"),
    /// Of a person we know. What was typed in place of a known address is not recorded: it may be a password.
    SIGN_IN_FAILED("sign-in.failed", "failed to sign in"),
    SIGN_IN_THROTTLED("sign-in.throttled", "was made to wait before the next sign-in"),
    /// With addresses that nobody has, or a passkey that is not known; the program's doing.
    STRANGERS_REFUSED("sign-in.strangers-refused", "refused sign-ins of nobody known"),
    STRANGERS_THROTTLED("sign-in.strangers-throttled", "made somebody unknown wait before the next sign-in"),
    SIGN_IN_REPEATED("sign-in.repeated", "signed in again for something that needs it"),
    SIGNED_OUT("session.ended", "signed out"),
    SESSION_REVOKED("session.revoked", "ended a session"),
    PASSWORD_CHANGED("password.changed", "changed a password"),
    PASSWORD_RESET("password.reset", "reset a password"),
    PASSWORD_RESET_OFFERED("password.reset-offered", "made a link that sets a password"),
    TOTP_ENABLED("totp.enabled", "enabled codes from an authenticator app"),
    TOTP_DISABLED("totp.disabled", "disabled codes from an authenticator app"),
    PASSKEY_ADDED("passkey.added", "added a passkey"),
    PASSKEY_RENAMED("passkey.renamed", "renamed a passkey"),
    PASSKEY_REMOVED("passkey.removed", "removed a passkey"),
    RECOVERY_CODES_CREATED("recovery-codes.created", "created recovery codes"),
    RECOVERY_CODE_USED("recovery-codes.used", "signed in with a recovery code"),

    MEMBER_INVITED("member.invited", "invited somebody to the team"),
    INVITATION_WITHDRAWN("member.invitation-withdrawn", "withdrew an invitation"),
    MEMBER_JOINED("member.joined", "joined the team"),
    MEMBER_ROLE_CHANGED("member.role-changed", "changed a role in the team"),
    MEMBER_REMOVED("member.removed", "removed somebody from the team"),

    FOUNDER_INVITED("integration.founder-invited", "invited somebody to found an integration"),
    INTEGRATION_CREATED("integration.created", "created an integration"),
    INTEGRATION_APPROVED("integration.approved", "approved an integration"),
    PRODUCTION_CLOSED("integration.production-closed", "closed production to an integration"),
    INTEGRATION_SUSPENDED("integration.suspended", "suspended an integration"),
    INTEGRATION_RESUMED("integration.resumed", "resumed an integration"),
    FEE_TIERS_CHANGED("integration.fee-tiers-changed", "changed the fee tiers"),

    CREDENTIAL_CREATED("credential.created", "created a credential"),
    CREDENTIAL_ROTATED("credential.rotated", "gave a credential a new secret"),
    CREDENTIAL_LIMITED("credential.limited", "changed what a credential is limited to"),
    CREDENTIAL_REVOKED("credential.revoked", "revoked a credential"),
    ADDRESSES_LIMITED("credential.addresses-limited", "changed the addresses all credentials are limited to"),

    WEBHOOK_ADDED("webhook.added", "added a webhook endpoint"),
    WEBHOOK_CHANGED("webhook.changed", "changed a webhook endpoint"),
    WEBHOOK_REMOVED("webhook.removed", "removed a webhook endpoint"),
    WEBHOOK_TESTED("webhook.tested", "sent a test event"),
    WEBHOOK_SECRET_ROTATED("webhook-secret.rotated", "rotated the webhook secret"),
    WEBHOOK_SECRET_SEPARATED("webhook-secret.separated", "gave the environment a webhook secret of its own"),
    WEBHOOK_SECRET_OVERLAP_ENDED("webhook-secret.overlap-ended", "ended the validity of the old webhook secret"),
    DELIVERY_RESENT("delivery.resent", "sent an event again"),
    DELIVERIES_REPLAYED("delivery.replayed", "sent the events of a time again"),

    ADDRESS_GENERATED("address.generated", "generated an address"),
    ADDRESS_BANK_LINKED("address.bank-linked", "linked a bank to an address"),
    ADDRESS_SETTLEMENT_CHANGED("address.settlement-changed", "changed an address's automatic settlement"),
    DEPOSIT_MOCKED("deposit.mocked", "made a mock deposit"),

    BANK_ADDED("bank.added", "saved a bank account"),
    BANK_REMOVED("bank.removed", "removed a saved bank account"),
    SAVED_ADDRESS_ADDED("saved-address.added", "saved an address for withdrawals"),
    SAVED_ADDRESS_REMOVED("saved-address.removed", "removed a saved address"),
    WITHDRAWAL_PLACED("withdrawal.placed", "withdrew stablecoins"),
    PAYOUT_PLACED("payout.placed", "withdrew to a bank"),
    CONVERSION_MADE("conversion.made", "converted money"),

    PIN_SET("settings.pin-set", "set the PIN"),
    PIN_UNFROZEN("settings.pin-unfrozen", "lifted the freeze after wrong PINs"),
    RECEIVE_CURRENCY_CHANGED("settings.receive-currency-changed", "changed the receive currency"),
    COOLING_OFF_CHANGED("settings.cooling-off-changed", "changed the cooling-off time"),
    SANDBOX_TOOLS_CHANGED("settings.sandbox-tools-changed", "changed what AI assistants may do in the sandbox"),
    MARKUP_CHANGED("settings.markup-changed", "changed the markup"),
    SETTLEMENT_CHANGED("settlement.changed", "changed the automatic settlement"),

    DEPOSIT_COMPLETED("deposit.completed", "completed a flagged deposit"),
    DEPOSIT_REJECTED("deposit.rejected", "rejected a flagged deposit"),
    DEPOSIT_SETTLED_AGAIN("deposit.settled-again", "settled a deposit again"),
    INCIDENT_CORRECTED("incident.corrected", "corrected the books after an incident"),
    INCIDENT_DISMISSED("incident.dismissed", "dismissed an incident"),
    CHAIN_PAUSED("chain.paused", "paused a chain"),
    CHAIN_RESUMED("chain.resumed", "resumed a chain"),
    ASSET_PAUSED("asset.paused", "paused an asset"),
    ASSET_RESUMED("asset.resumed", "resumed an asset"),

    STATUS_INCIDENT_OPENED("status.incident-opened", "opened an incident on the status page"),
    STATUS_INCIDENT_UPDATED("status.incident-updated", "said more of an incident on the status page"),
    STATUS_INCIDENT_RESOLVED("status.incident-resolved", "resolved an incident on the status page"),

    RESTORED("installation.restored", "restored the installation from a backup"),
    RECONCILIATION_WANTED("books.reconciliation-wanted", "had the books reconciled"),
    FIGURES_COUNTED("figures.counted-anew", "had the figures counted anew"),

    RATE_SET("rate.set", "set a rate"),
    RATE_REMOVED("rate.removed", "removed a rate"),
    SPREAD_CHANGED("rate.spread-changed", "changed a spread"),
    RATE_LIMITS_CHANGED("rate.limits-changed", "changed the limits of a rate"),
    PAYOUT_TERMS_CHANGED("fees.payouts-changed", "changed fees or limits of payouts"),
    WITHDRAWAL_FEES_CHANGED("fees.withdrawals-changed", "changed fees of withdrawals"),
    WITHDRAWAL_LIMITS_CHANGED("fees.withdrawal-limits-changed", "changed limits of withdrawals"),

    REPORT_EXPORTED("report.exported", "exported a report"),
    TRAIL_EXPORTED("report.trail-exported", "exported the audit log");

    private static final Map<String, Action> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Action::code, Function.identity()));

    private final String code;
    private final String words;

    Action(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public static Optional<Action> parse(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
