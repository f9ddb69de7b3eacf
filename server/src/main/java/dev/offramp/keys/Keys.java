package dev.offramp.keys;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Signer;
import dev.offramp.db.Database;
import dev.offramp.secrets.Fingerprints;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.Passphrase;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Addresses from the seeds of both environments.
public final class Keys {

    /// Under which the database remembers the seeds.
    public static final String SANDBOX_FINGERPRINT = "seed.development";

    public static final String PRODUCTION_FINGERPRINT = "seed.production";

    private final Map<Environment, Map<AddressFamily, Branch>> branches;
    private final Map<Environment, Map<AddressFamily, Signer>> signers;

    private Keys(
            Map<Environment, Map<AddressFamily, Branch>> branches,
            Map<Environment, Map<AddressFamily, Signer>> signers) {
        this.branches = branches;
        this.signers = signers;
    }

    /// Opens the seeds, making those that an empty database has not seen yet.
    ///
    /// @param production the passphrase of the production seed; empty while production is off
    /// @param random a [java.security.SecureRandom] in a running server
    /// @throws dev.offramp.secrets.UnusableKey when a seed is missing, cannot be opened or is not the database's
    public static Keys create(
            Database db,
            KeyFolder folder,
            ServerKey serverKey,
            Optional<Passphrase> production,
            RandomGenerator random) {
        Fingerprints fingerprints = Fingerprints.create(db);
        Map<Environment, Seed> seeds = new EnumMap<>(Environment.class);
        SeedFile sandbox = SeedFile.sandbox(folder, fingerprints, new UnderServerKey(serverKey, random));
        seeds.put(Environment.DEVELOPMENT, sandbox.load(random));
        production.ifPresent(passphrase -> {
            SeedFile file = SeedFile.production(folder, fingerprints, new UnderPassphrase(passphrase, random));
            seeds.put(Environment.PRODUCTION, file.load(random));
        });
        return of(seeds);
    }

    /// The keys of these seeds, wherever they are from.
    static Keys of(Map<Environment, Seed> seeds) {
        Map<Environment, Map<AddressFamily, Branch>> branches = new EnumMap<>(Environment.class);
        Map<Environment, Map<AddressFamily, Signer>> signers = new EnumMap<>(Environment.class);
        seeds.forEach((environment, seed) -> {
            branches.put(environment, branches(seed, environment));
            signers.put(environment, signers(seed, environment));
        });
        return new Keys(branches, signers);
    }

    /// Makes the production seed from the words of an existing one, before the first start of production, or again
    /// after its file was lost.
    public static SeedImport importProduction(
            Database db, KeyFolder folder, Passphrase passphrase, List<String> words, RandomGenerator random) {
        return SeedFile.production(folder, Fingerprints.create(db), new UnderPassphrase(passphrase, random))
                .importWords(words);
    }

    private static Map<AddressFamily, Branch> branches(Seed seed, Environment environment) {
        Map<AddressFamily, Branch> branches = new EnumMap<>(AddressFamily.class);
        for (AddressFamily family : AddressFamily.values()) {
            branches.put(family, Branch.of(seed, family, environment));
        }
        return branches;
    }

    private static Map<AddressFamily, Signer> signers(Seed seed, Environment environment) {
        Map<AddressFamily, Signer> signers = new EnumMap<>(AddressFamily.class);
        for (AddressFamily family : AddressFamily.values()) {
            HotKey.of(seed, family, environment).ifPresent(signer -> signers.put(family, signer));
        }
        return signers;
    }

    /// What signs for the hot wallet of a family, the one wallet that coins are sent from. Empty for families that
    /// nothing is sent in, and in an environment without a seed.
    public Optional<Signer> hotWallet(Environment environment, AddressFamily family) {
        return Optional.ofNullable(signers.getOrDefault(environment, Map.of()).get(family));
    }

    /// Whether this environment has a seed here; production has none while it is off.
    public boolean has(Environment environment) {
        return branches.containsKey(environment);
    }

    /// The address of a wallet.
    ///
    /// @param index the wallet's own, 0 to 2^31 - 1
    /// @throws IllegalStateException in an environment without a seed
    public Address address(Environment environment, AddressFamily family, long index) {
        Map<AddressFamily, Branch> seeded = branches.get(environment);
        if (seeded == null) {
            throw new IllegalStateException("no seed for " + environment.code());
        }
        byte[] publicKey = seeded.get(family).publicKey(Math.toIntExact(index));
        return AddressForm.of(family, environment).ofPublicKey(publicKey);
    }

    /// The derivation path of a wallet's key, as wallets write it: `m/44'/60'/0'/0/7`. Empty in an environment without
    /// a seed.
    public Optional<String> path(Environment environment, AddressFamily family, long index) {
        return Optional.ofNullable(branches.get(environment))
                .map(seeded -> seeded.get(family).path(Math.toIntExact(index)));
    }

    @Override
    public String toString() {
        return "Keys of " + branches.keySet();
    }
}
