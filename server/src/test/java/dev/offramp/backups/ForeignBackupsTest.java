package dev.offramp.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Migrations;
import dev.offramp.secrets.FileSecret;
import dev.offramp.secrets.SealedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are sealed as they should be, by somebody who has the key, and are still none of this program's backups.
class ForeignBackupsTest {

    private static final List<Integer> KNOWN = Migrations.known();

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final Backups backups = Backups.create("test", InstantSource.fixed(Instant.EPOCH), random, Progress.UNSEEN);
    private FileSecret key;
    private Path file;

    @BeforeEach
    void makeAKey() throws IOException {
        key = FileSecret.keyFile(Files.writeString(folder.resolve("key"), "ab".repeat(32)));
        file = folder.resolve("file");
    }

    private void write(byte[] manifest, String... parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                SealedOutput sealed = Backups.FORMAT.begin(out, key, random)) {
            DeflaterOutputStream packed = new DeflaterOutputStream(sealed, new Deflater(1, true));
            section(packed, manifest);
            for (String part : parts) {
                section(packed, part.getBytes(StandardCharsets.US_ASCII));
            }
            packed.finish();
            sealed.finish();
        }
    }

    private static void section(OutputStream out, byte[] bytes) throws IOException {
        try (SectionOutput section = new SectionOutput(out)) {
            section.write(bytes);
        }
    }

    private static Manifest manifest(List<Integer> migrations, Manifest.Table... tables) {
        return new Manifest(
                "test", Instant.EPOCH, migrations, Optional.of("fingerprint"), List.of(), List.of(tables), List.of());
    }

    private Optional<Refusal> refusal() {
        return switch (backups.read(file, key)) {
            case Backups.Reading.Refused(Refusal why) -> Optional.of(why);
            case Backups.Reading.Whole _ -> Optional.empty();
        };
    }

    @Test
    void areReadWhereNothingIsWrongWithThem() throws IOException {
        write(manifest(KNOWN, new Manifest.Table("t", List.of("a"), 2)).json(), "1\n2\n");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void areRefusedWhereTheyAreOfANewerOrAnotherSchema() throws IOException {
        List<Integer> newer = new ArrayList<>(KNOWN);
        newer.add(9999);
        write(manifest(newer).json());
        assertThat(refusal()).contains(new Refusal.NewerSchema("the backup", 9999));
        write(manifest(KNOWN.subList(1, KNOWN.size())).json());
        assertThat(refusal()).contains(new Refusal.OtherSchema(KNOWN.getLast()));
    }

    @Test
    void areRefusedWhereTheirPartsAreNotWhatTheManifestSays() throws IOException {
        Refusal altered = new Refusal.Altered(file);
        byte[] manifest =
                manifest(KNOWN, new Manifest.Table("t", List.of("a"), 2)).json();
        write(manifest, "1\n");
        assertThat(refusal()).contains(altered);
        write(manifest);
        assertThat(refusal()).contains(altered);
        write(manifest, "1\n2\n", "more");
        assertThat(refusal()).contains(altered);
        write("no manifest".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal()).contains(altered);
        write("{\"program\":\"x\"}".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal()).contains(altered);
    }

    @Test
    void areRefusedWhereAKeyWouldLeaveItsFolder() throws IOException {
        String json = new String(manifest(KNOWN).json(), StandardCharsets.UTF_8)
                .replace("\"keys\":[]", "\"keys\":[\"../../evil.key\"]");
        write(json.getBytes(StandardCharsets.UTF_8), "evil");
        assertThat(refusal()).contains(new Refusal.Altered(file));
    }

    @Test
    void areRefusedWhereThereIsNoFile() {
        assertThat(refusal().orElseThrow().words()).endsWith("cannot be used: there is no such file or folder");
    }
}
