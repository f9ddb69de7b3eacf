package dev.offramp.notices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What news there are. The code is stored, and therefore never changed; the words are a choice's on the page where
/// people say what is mailed to them.
public enum Kind {
    OWN_SECURITY("own.security", Audience.ONESELF, Post.ALWAYS, "Your password, second factors and sign-ins"),
    OWN_PLACE("own.place", Audience.ONESELF, Post.ALWAYS, "Your role in a business"),

    ACCOUNT_FROZEN("account.frozen", Audience.OWNERS, Post.ALWAYS, "The account is frozen after wrong PINs"),
    ACCOUNT_STANDING("account.standing", Audience.OWNERS, Post.FIRST, "The business is approved or suspended"),
    CREDENTIAL("credential.changed", Audience.OWNERS, Post.FIRST, "Credentials are made, changed or revoked"),
    CREDENTIAL_EXPIRES("credential.expires", Audience.BUILDERS, Post.FIRST, "A credential is about to expire"),
    TEAM("team.changed", Audience.OWNERS, Post.FIRST, "Somebody joins, leaves or changes roles"),
    SECRETS("settings.secrets", Audience.OWNERS, Post.FIRST, "The PIN or the webhook secret is changed"),
    DEPOSIT_HELD("deposit.held", Audience.MONEY, Post.FIRST, "A deposit is held back"),
    DEPOSIT_DECIDED("deposit.decided", Audience.MONEY, Post.NOT, "A held deposit is credited or rejected"),
    INCIDENT("deposit.incident", Audience.MONEY, Post.FIRST, "A credited deposit leaves its chain"),
    MONEY_BACK("payout.returned", Audience.MONEY, Post.FIRST, "A payout or withdrawal fails or comes back"),
    SETTLEMENT_SKIPPED("settlement.skipped", Audience.MONEY, Post.FIRST, "Automatic settlement does not happen"),
    SETTLEMENT_CHANGED("settlement.changed", Audience.MONEY, Post.FIRST, "Automatic settlement is changed"),
    WEBHOOK_TROUBLE("webhook.trouble", Audience.BUILDERS, Post.FIRST, "A webhook endpoint fails or is switched off"),

    APPROVAL_WANTED("operator.approval", Audience.OPERATORS, Post.FIRST, "A business waits for production"),
    INCIDENT_OPEN("operator.incident", Audience.OPERATORS, Post.FIRST, "An incident is to be decided"),
    LOOP_FAILING("operator.loop", Audience.OPERATORS, Post.FIRST, "A background loop keeps failing"),
    CHAIN_TROUBLE("operator.chain", Audience.OPERATORS, Post.FIRST, "A chain cannot be read"),
    RATE_MISSING("operator.rate", Audience.OPERATORS, Post.FIRST, "A rate of production is missing or too old"),
    WITHDRAWALS_WAIT("operator.hot-wallet", Audience.OPERATORS, Post.FIRST, "Withdrawals wait for a hot wallet"),
    BOOKS_FAULT("operator.books", Audience.OPERATORS, Post.FIRST, "The reconciliation finds a fault");

    private enum Post {
        ALWAYS,
        FIRST,
        NOT
    }

    private final String code;
    private final Audience audience;
    private final Post post;
    private final String words;

    Kind(String code, Audience audience, Post post, String words) {
        this.code = code;
        this.audience = audience;
        this.post = post;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Audience audience() {
        return audience;
    }

    public String words() {
        return words;
    }

    /// Whether nobody can choose against its being mailed.
    public boolean isAlwaysMailed() {
        return post == Post.ALWAYS;
    }

    /// Whether it is mailed to who has chosen nothing.
    boolean isMailedAtFirst() {
        return post != Post.NOT;
    }

    public static Optional<Kind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /// Those that are mailed without being gathered first.
    static List<Kind> urgent() {
        return Arrays.stream(values()).filter(Kind::isAlwaysMailed).toList();
    }
}
