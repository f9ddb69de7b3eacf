package dev.offramp.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs we bring, unpacked once per version.
///
/// @param version of the binaries: `18.6.0`
/// @param directory where they are; `bin`, `lib` and `share` inside
record PostgresBinaries(String version, Path directory) {

    /// Unpacks into `folder` unless that was done before. The caller holds the lock of the data folder.
    static PostgresBinaries unpack(Path folder) throws IOException {
        String version = shippedVersion();
        Path directory = folder.resolve(version);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(version + ".new");
            Directories.delete(fresh);
            unpackArchive(fresh);
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(version, directory);
    }

    /// The part of the version that decides whether a data folder fits: `18`.
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    private static String shippedVersion() throws IOException {
        Properties shipped = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/postgres.properties")) {
            shipped.load(in);
        }
        return shipped.getProperty("version");
    }

    private static void unpackArchive(Path into) throws IOException {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new StartRefused("no PostgreSQL is included for this system (" + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch") + "): name a server in OFFRAMP_DATABASE_URL");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, into);
            }
        }
    }

    static String archiveName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        String processor = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || entry.getName().endsWith(".a") || !target.startsWith(into)) {
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean runnable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
