package dev.offramp.app;

import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.db.Migrations;
import dev.offramp.db.StartRefused;
import dev.offramp.db.Trouble;
import dev.offramp.keys.Keys;
import dev.offramp.mail.smtp.SmtpMailServer;
import dev.offramp.secrets.Fingerprints;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.Passphrase;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.UnusableKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at everything an installation needs, inside and outside, and changes nothing.
public final class Checkup {

    private static final String DATABASE = "database";
    private static final String KEYS = "keys";
    private static final String INSIDE = "prices, rails, webhook";

    private final Settings settings;
    private final Surroundings around;
    private final List<Finding> findings = new ArrayList<>();

    private Checkup(Settings settings, Surroundings around) {
        this.settings = settings;
        this.around = around;
    }

    /// All findings, in the order in which a start needs the things.
    public static List<Finding> of(Settings settings, Surroundings around) {
        Checkup checkup = new Checkup(settings, around);
        checkup.settings();
        checkup.storage();
        checkup.certificate();
        checkup.mail();
        checkup.nodes();
        return List.copyOf(checkup.findings);
    }

    private void settings() {
        List<String> unknown = Settings.unknown(around.environment());
        findings.add(Finding.of(
                "settings",
                Optional.of(unknown)
                        .filter(names -> !names.isEmpty())
                        .map(names -> String.join(", ", names) + ": no settings of this program; misspelt?"),
                "production " + (settings.production() ? "on" : "off")));
    }

    /// What is wrong with it in one line, where that is no bug.
    private static Optional<String> refusal(Runnable look) {
        try {
            look.run();
            return Optional.empty();
        } catch (StartRefused | UnusableKey | Trouble e) {
            return Optional.of(e.getMessage());
        }
    }

    private void add(String subject, Supplier<Finding> look) {
        refusal(() -> findings.add(look.get())).ifPresent(why -> findings.add(Finding.fault(subject, why)));
    }

    /// A folder that nobody has started on is left as it is.
    private void storage() {
        if (!Storage.isMade(settings)) {
            findings.add(Finding.ok(DATABASE, "none yet: the first start makes one in " + settings.data()));
            findings.add(Finding.skipped(KEYS, "none yet"));
            findings.add(Finding.skipped(INSIDE, "there is nothing yet"));
            return;
        }
        refusal(() -> {
                    try (Storage storage = Storage.join(settings, around)) {
                        storage(storage);
                    }
                })
                .ifPresent(why -> findings.add(Finding.fault(DATABASE, why)));
    }

    private void storage(Storage storage) {
        Database db = storage.database();
        Optional<Integer> version = db.schemaVersion();
        int known = Migrations.known().getLast();
        findings.add(schema(version, known));
        if (version.isEmpty()) {
            findings.add(Finding.skipped(KEYS, "the database holds nothing yet"));
        } else {
            add(KEYS, () -> keys(db, storage.keys()));
        }
        boolean isWhole =
                version.equals(Optional.of(known)) && findings.getLast().state() == Finding.State.OK;
        if (isWhole) {
            refusal(() -> {
                        try (Installation installation = Installation.over(storage.address(), settings, around)) {
                            findings.addAll(new InsideLook(installation).findings());
                        }
                    })
                    .ifPresent(why -> findings.add(Finding.fault(INSIDE, why)));
        } else {
            findings.add(Finding.skipped(INSIDE, "these need the database of this version, and its keys"));
        }
    }

    private static Finding schema(Optional<Integer> version, int known) {
        if (version.isEmpty()) {
            return Finding.ok(DATABASE, "empty: the first start fills it");
        }
        int found = version.get();
        if (found > known) {
            return Finding.fault(
                    DATABASE, "of a newer version of the program: its schema is at " + found + ", ours at " + known);
        }
        return Finding.ok(
                DATABASE,
                "schema " + found + (found < known ? "; the next start brings it up to " + known : ", up to date"));
    }

    /// Only keys that the database has seen are opened: opening others would make them.
    private Finding keys(Database db, KeyFolder folder) {
        Fingerprints fingerprints = Fingerprints.create(db);
        if (fingerprints.of(KeyFolder.SERVER_FINGERPRINT).isEmpty()) {
            return Finding.skipped(KEYS, "none yet: the first start makes them");
        }
        ServerKey serverKey = folder.serverKey(db, around.secureRandom());
        if (fingerprints.of(Keys.SANDBOX_FINGERPRINT).isEmpty()) {
            return Finding.skipped(KEYS, "the server key is right; there is no seed yet");
        }
        Optional<Passphrase> passphrase =
                settings.production() ? settings.keyPassphraseFile().map(Passphrase::read) : Optional.empty();
        boolean isProductionMade = fingerprints.of(Keys.PRODUCTION_FINGERPRINT).isPresent();
        Keys.create(db, folder, serverKey, passphrase.filter(_ -> isProductionMade), around.secureRandom());
        return Finding.ok(KEYS, "the server key and the seeds in " + folder + " are the database's");
    }

    private void certificate() {
        settings.tls()
                .ifPresentOrElse(
                        files -> findings.add(Finding.of(
                                "certificate", files.fault(around.clock().instant()), "valid, and the key is its own")),
                        () -> findings.add(Finding.ok("certificate", "none: plain HTTP")));
    }

    private void mail() {
        if (settings.smtpUrl().isEmpty()) {
            findings.add(Finding.ok("mail server", "none: nothing is mailed"));
            return;
        }
        SmtpMailServer server = SmtpMailServer.create(
                settings.smtpUrl().get(), settings.mailFrom().orElseThrow(), around.clock());
        findings.add(Finding.of("mail server", server.trouble(), "it is there and lets us in"));
    }

    private void nodes() {
        refusal(() -> {
                    RealChains chains = RealChains.read(settings.networksFile());
                    Assets assets =
                            Assets.create(around.clock(), PublicUrl.of(settings, settings.port()), chains.settings());
                    findings.addAll(chains.check(around.clock(), assets));
                })
                .ifPresent(why -> findings.add(Finding.fault("networks file", why)));
    }
}
