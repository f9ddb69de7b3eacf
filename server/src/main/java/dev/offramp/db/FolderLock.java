package dev.offramp.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to run the PostgreSQL of a data folder. The kernel drops it when its holder dies, however it dies, so it
/// is never stale. The file holds the process id of the last holder, for people.
final class FolderLock implements AutoCloseable {

    /// Files this process has locked. It must not open one of them again: closing any channel on a file drops the
    /// process's locks on it.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lock; empty when another process, or another part of this one, has it.
    static Optional<FolderLock> take(Path file) throws IOException {
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = Optional.empty();
        try {
            taken = lock(file);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(file);
            }
        }
        return taken;
    }

    private static Optional<FolderLock> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(ourPid().getBytes(StandardCharsets.US_ASCII)), 0);
        return Optional.of(new FolderLock(file, channel));
    }

    /// Process id of the holder.
    static String holder(Path file) {
        try {
            return OURS.contains(file) ? ourPid() : Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ourPid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(file);
    }
}
