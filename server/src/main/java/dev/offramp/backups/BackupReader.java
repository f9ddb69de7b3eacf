package dev.offramp.backups;

import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.SealedFile.Opening;
import dev.offramp.secrets.SealedInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// An open backup, read part by part in their order. All it gives out is authentic.
final class BackupReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    /// What must fit into memory does so by far.
    private static final int SMALL_BYTES_MAX = 8 * 1024 * 1024;

    private final SealedInput sealed;
    private final Inflater inflater = new Inflater(true);
    private final InputStream packed;
    private final Manifest manifest;

    private BackupReader(SealedInput sealed) throws IOException {
        this.sealed = sealed;
        this.packed = new InflaterInputStream(sealed, inflater, BUFFER_BYTES);
        this.manifest = Manifest.parse(small()).orElseThrow(() -> new Malformed("no manifest"));
    }

    /// What opening came to.
    sealed interface Opened {

        record Open(BackupReader reader) implements Opened {}

        record Closed(Refusal why) implements Opened {}
    }

    static Opened open(Path file, FileSecret secret) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        boolean open = false;
        try {
            Opened opened = switch (Backups.FORMAT.open(in, secret)) {
                case Opening.Opened(SealedInput sealed) -> new Opened.Open(new BackupReader(sealed));
                case Opening.Foreign _ -> new Opened.Closed(new Refusal.NoBackup(file));
                case Opening.NewerFormat(int format) -> new Opened.Closed(new Refusal.NewerFormat(file, format));
                case Opening.OtherKind(String wanted) -> new Opened.Closed(new Refusal.OtherKindOfSecret(file, wanted));
                case Opening.WrongSecret _ -> new Opened.Closed(new Refusal.WrongSecret(file));
            };
            open = opened instanceof Opened.Open;
            return opened;
        } finally {
            if (!open) {
                in.close();
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// The key files; before the tables.
    Map<String, byte[]> keys() throws IOException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String name : manifest.keys()) {
            keys.put(name, small());
        }
        return keys;
    }

    private byte[] small() throws IOException {
        byte[] bytes = section().readNBytes(SMALL_BYTES_MAX);
        if (bytes.length == SMALL_BYTES_MAX) {
            throw new Malformed("a part that should be small");
        }
        return bytes;
    }

    /// The next part, to be read to its end before the one after it.
    InputStream section() {
        return new SectionInput(packed);
    }

    /// Reads what must be the end. Only now it is known that nothing was cut off.
    void end() throws IOException {
        if (packed.read() >= 0 || sealed.read() >= 0) {
            throw new Malformed("more than there should be");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        sealed.close();
    }
}
