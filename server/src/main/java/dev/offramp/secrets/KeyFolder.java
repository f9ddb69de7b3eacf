package dev.offramp.secrets;

import dev.offramp.db.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of key files, outside the database. A file is made once and never changed; several processes may start
/// on one folder at the same time and all end with the same files.
///
/// Every fault is an [UnusableKey] whose message says in one line what to do.
public final class KeyFolder {

    /// The file of the server key.
    public static final String SERVER_KEY = "server.key";

    /// Under which the database remembers the server key.
    public static final String SERVER_FINGERPRINT = "server";

    /// Of files that are no drafts.
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(key|seed)");

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /// The folder is made with the first file.
    public static KeyFolder at(Path folder) {
        return new KeyFolder(folder);
    }

    /// The server key, made if this is the first start on an empty database.
    ///
    /// @param random a [java.security.SecureRandom] in a running server
    /// @throws UnusableKey also when the database was made with another server key, or this one is gone
    public ServerKey serverKey(Database db, RandomGenerator random) {
        Fingerprints fingerprints = Fingerprints.create(db);
        // Asked before the file is read: a process that starts beside us makes the file first, then the fingerprint.
        boolean seen = fingerprints.of(SERVER_FINGERPRINT).isPresent();
        byte[] file = read(SERVER_KEY).orElseGet(() -> makeServerKey(seen, random));
        ServerKey key = parse(file, random);
        if (!fingerprints.claim(SERVER_FINGERPRINT, key.fingerprint())) {
            throw new UnusableKey("the server key in " + folder + " is not the one this database was made with");
        }
        return key;
    }

    private byte[] makeServerKey(boolean seen, RandomGenerator random) {
        if (seen) {
            throw new UnusableKey(
                    "the server key this database was made with is missing: put " + path(SERVER_KEY) + " back");
        }
        byte[] key = new byte[ServerKey.BYTES];
        random.nextBytes(key);
        return readOrMake(SERVER_KEY, (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private ServerKey parse(byte[] file, RandomGenerator random) {
        String text = new String(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-fA-F]{" + 2 * ServerKey.BYTES + "}")) {
            throw new UnusableKey(
                    path(SERVER_KEY) + " is no server key: it must hold " + ServerKey.BYTES + " bytes in hexadecimal");
        }
        return new ServerKey(HexFormat.of().parseHex(text), random);
    }

    /// By what the database knows the server key that lies here; empty when none does.
    ///
    /// @throws UnusableKey when what lies here is none
    public Optional<String> serverFingerprint(RandomGenerator random) {
        return read(SERVER_KEY).map(file -> parse(file, random).fingerprint());
    }

    /// Whether a key file may be called so; a name leads nowhere else.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// All key files that are here, by their names.
    public Map<String, byte[]> files() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, byte[]> contents = new TreeMap<>();
            files.map(file -> file.getFileName().toString())
                    .filter(KeyFolder::isName)
                    .forEach(name -> read(name).ifPresent(content -> contents.put(name, content)));
            return contents;
        } catch (IOException e) {
            throw new UnusableKey("cannot read " + folder + ": " + e, e);
        }
    }

    /// Takes away a file that has just been made, because what it was made for came to nothing.
    public void takeBack(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UnusableKey("cannot remove " + path(name) + ": " + e, e);
        }
    }

    /// What the file holds; empty when there is none.
    ///
    /// @throws UnusableKey when others may read it, or we may not
    public Optional<byte[]> read(String name) {
        Path path = path(name);
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
                throw new UnusableKey(path + " is open to others: run chmod 600 " + path);
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableKey("cannot read " + path + ": " + e, e);
        }
    }

    /// Makes the file with `content` unless there is one, and answers what it then holds.
    public byte[] readOrMake(String name, byte[] content) {
        make(name, content);
        return read(name).orElseThrow(() -> new UnusableKey(path(name) + " has just been taken away"));
    }

    /// Makes the file, complete and durable, or not at all.
    ///
    /// @return false when there is one already
    public boolean make(String name, byte[] content) {
        try {
            Files.createDirectories(folder, OWNER_FOLDER);
            Path draft = Files.createTempFile(folder, name, ".new", OWNER_FILE);
            try {
                write(draft, content);
                // Unlike a move, a hard link never replaces what another process made in the meantime.
                Files.createLink(path(name), draft);
            } finally {
                Files.delete(draft);
            }
            flush(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableKey("cannot make " + path(name) + ": " + e, e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Where a file of this name is, for messages.
    public Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
