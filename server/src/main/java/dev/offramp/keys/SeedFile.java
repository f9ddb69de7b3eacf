package dev.offramp.keys;

import dev.offramp.secrets.Fingerprints;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.UnusableKey;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The seed of one environment at rest, and the check that it is the one the database was made with.
///
/// @param name file name in the keys folder
/// @param fingerprint name of its fingerprint in the database
record SeedFile(KeyFolder folder, Fingerprints fingerprints, SeedSeal seal, String name, String fingerprint) {

    static SeedFile sandbox(KeyFolder folder, Fingerprints fingerprints, SeedSeal seal) {
        return new SeedFile(folder, fingerprints, seal, "sandbox.seed", Keys.SANDBOX_FINGERPRINT);
    }

    static SeedFile production(KeyFolder folder, Fingerprints fingerprints, SeedSeal seal) {
        return new SeedFile(folder, fingerprints, seal, "production.seed", Keys.PRODUCTION_FINGERPRINT);
    }

    /// The seed of this environment, made if there has never been one.
    Seed load(RandomGenerator random) {
        // Asked before the file is read: a process that starts beside us makes the file first, then the fingerprint.
        boolean seen = fingerprints.of(fingerprint).isPresent();
        Seed seed = open(folder.read(name).orElseGet(() -> make(seen, random)));
        if (!fingerprints.claim(fingerprint, seed.fingerprint())) {
            throw new UnusableKey("the seed in " + path() + " is not the one this database was made with");
        }
        return seed;
    }

    private byte[] make(boolean seen, RandomGenerator random) {
        if (seen) {
            throw new UnusableKey("the seed this database was made with is missing: put " + path() + " back");
        }
        return folder.readOrMake(name, seal.seal(Seed.random(random).entropy()));
    }

    private Seed open(byte[] file) {
        return seal.open(file)
                .map(Seed::ofEntropy)
                .orElseThrow(() -> new UnusableKey(path() + " does not open with " + seal.what()));
    }

    /// Makes the file from words. The fingerprint is claimed first, so that a seed the database does not want never
    /// becomes a file.
    SeedImport importWords(List<String> words) {
        if (folder.read(name).isPresent()) {
            return new SeedImport.Refused("there is a seed in " + path() + " already");
        }
        Optional<Seed> seed = Seed.ofWords(words);
        if (seed.isEmpty()) {
            return new SeedImport.Refused("these are not 12 to 24 English BIP-39 words with a right checksum");
        }
        if (!fingerprints.claim(fingerprint, seed.get().fingerprint())) {
            return new SeedImport.Refused(
                    "this database was made with another production seed, or its sandbox uses this one");
        }
        return folder.make(name, seal.seal(seed.get().entropy()))
                ? new SeedImport.Imported()
                : new SeedImport.Refused("there is a seed in " + path() + " already");
    }

    private String path() {
        return folder.path(name).toString();
    }
}
