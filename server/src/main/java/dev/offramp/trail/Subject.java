package dev.offramp.trail;

import java.util.Arrays;
import java.util.Optional;

/// What was changed.
///
/// @param id what readers find it by: an id, an app id, a name; never an account number
public record Subject(Kind kind, String id) {

    /// What it is. The code is stored, and therefore never changed.
    public enum Kind {
        INTEGRATION("integration", "integration"),
        CREDENTIAL("credential", "credential"),
        PERSON("person", "person"),
        SESSION("session", "session"),
        INVITATION("invitation", "invitation"),
        WEBHOOK("webhook", "webhook endpoint"),
        WEBHOOK_SECRET("webhook-secret", "webhook secret"),
        DELIVERY("delivery", "delivery record"),
        ADDRESS("address", "address"),
        BANK("bank", "saved bank"),
        SAVED_ADDRESS("saved-address", "saved address"),
        WITHDRAWAL("withdrawal", "withdrawal"),
        PAYOUT("payout", "payout"),
        CONVERSION("conversion", "conversion"),
        SETTINGS("settings", "settings"),
        SETTLEMENT("settlement", "automatic settlement"),
        DEPOSIT("deposit", "deposit"),
        INCIDENT("incident", "incident"),
        CHAIN("chain", "chain"),
        ASSET("asset", "asset"),
        RATE("rate", "rate"),
        FEES("fees", "fees and limits"),
        STATUS_INCIDENT("status-incident", "incident of the status page"),
        INSTALLATION("installation", "installation"),
        BOOKS("books", "books"),
        REPORT("report", "report");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        /// As readers see it.
        public String words() {
            return words;
        }

        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }

    public Subject {
        id = Text.cleaned(id);
    }

    @Override
    public String toString() {
        return kind.words() + " " + id;
    }
}
