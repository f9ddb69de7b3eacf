package dev.offramp.backups;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that gets its name when it is whole and on disk. Until then it lies beside its place under another, and is
/// removed if it comes to nothing. Its owner alone may read it.
final class PartFile implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private PartFile(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    static PartFile beside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part", OWNER_ONLY);
        // Whoever stops the program, or logs out, leaves no half file.
        part.toFile().deleteOnExit();
        return new PartFile(file, part, FileChannel.open(part, StandardOpenOption.WRITE));
    }

    OutputStream out() {
        return new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    /// @return its length
    long complete() throws IOException {
        long length = channel.size();
        channel.force(true);
        channel.close();
        // Unlike an atomic move, this one replaces nothing that has come there meanwhile.
        Files.move(part, file);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
