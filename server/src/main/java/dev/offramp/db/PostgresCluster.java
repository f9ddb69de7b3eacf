package dev.offramp.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One PostgreSQL data directory and the server on it: making, starting, stopping. The caller holds the folder's lock.
///
/// @param directory absolute and without links, as the server's command line shows it
record PostgresCluster(PostgresBinaries binaries, PostgresAccount account, Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    static final String SUPERUSER = "postgres";

    /// Long enough to replay what a crash left to replay.
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";
    private static final long LOG_BYTES_MAX = 10_000_000;

    /// Makes a data directory beside its place and moves it there when it is whole.
    static PostgresCluster make(PostgresBinaries binaries, PostgresFolder folder, String password, int we)
            throws IOException {
        PostgresAccount account = PostgresAccount.forNew(folder.path(), we);
        Path fresh = folder.unfinishedCluster();
        Directories.delete(fresh);
        Files.createDirectory(fresh);
        account.give(fresh);
        Path passwordFile = folder.path().resolve("postgres-password.initdb");
        PrivateFiles.write(passwordFile, password);
        account.give(passwordFile);
        try {
            initialise(binaries, account, fresh, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        return new PostgresCluster(binaries, account, folder.cluster());
    }

    /// The sort order is that of code points, so that a list is sorted alike on every system.
    private static void initialise(PostgresBinaries binaries, PostgresAccount account, Path fresh, Path passwordFile)
            throws IOException {
        Commands.Finished initdb = Commands.run(account.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions")));
        if (!initdb.isSuccess()) {
            throw new StartRefused("PostgreSQL could not make its data directory: " + lastLine(initdb.output()));
        }
    }

    /// The data directory that is there already.
    static PostgresCluster existing(PostgresBinaries binaries, Path directory, int we) throws IOException {
        Path versionFile = directory.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new StartRefused(directory + " is not a PostgreSQL data directory: move it away to start empty, or"
                    + " put the right one back");
        }
        String major = Files.readString(versionFile).strip();
        if (!major.equals(binaries.major())) {
            throw new StartRefused("the database in " + directory + " was made by PostgreSQL " + major
                    + ", this program brings PostgreSQL " + binaries.major() + ": start it with the release that made"
                    + " it, make a backup, and restore that into an empty data folder");
        }
        return new PostgresCluster(binaries, PostgresAccount.ofExisting(directory, we), directory);
    }

    /// Stops the server that a killed program left behind, and clears the traces of one that died too.
    void stopOrphan() throws IOException {
        Optional<Long> pid = postmasterPid();
        if (pid.isEmpty()) {
            return;
        }
        if (!isRunning(pid.get())) {
            Files.delete(postmasterFile());
            return;
        }
        LOG.info("stopping the PostgreSQL of an earlier run, process {}", pid.get());
        if (!stop("fast").isSuccess()
                && !stop("immediate").isSuccess()
                && postmasterPid().isPresent()) {
            throw new StartRefused("the PostgreSQL of an earlier run, process " + pid.get() + ", does not stop");
        }
    }

    /// Starts the server and waits until it takes connections.
    void start(int port, Map<String, String> moreSettings) throws IOException {
        Path settings = directory.resolve("postgresql.conf");
        Files.writeString(settings, PostgresSettings.text(port, moreSettings));
        account.give(settings);
        Path log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long logged = Files.exists(log) ? Files.size(log) : 0;
        Commands.Finished started = Commands.run(pgCtl("start", "-l", log.toString(), "-t", START_SECONDS));
        if (!started.isSuccess()) {
            throw new StartRefused("PostgreSQL did not start: " + reason(log, logged, started.output()));
        }
    }

    /// Stops the server; open transactions are rolled back.
    void stop() throws IOException {
        Commands.Finished stopped = stop("fast");
        if (!stopped.isSuccess()) {
            LOG.warn("PostgreSQL did not stop: {}", lastLine(stopped.output()));
        }
    }

    private Commands.Finished stop(String mode) throws IOException {
        return Commands.run(pgCtl("stop", "-m", mode, "-t", STOP_SECONDS));
    }

    private List<String> pgCtl(String action, String... more) {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("pg_ctl"), action, "-s", "-w", "-D", directory.toString()));
        command.addAll(List.of(more));
        return account.command(command);
    }

    private Path postmasterFile() {
        return directory.resolve("postmaster.pid");
    }

    Optional<Long> postmasterPid() throws IOException {
        if (!Files.exists(postmasterFile())) {
            return Optional.empty();
        }
        String first = Files.readString(postmasterFile()).lines().findFirst().orElse("");
        return Optional.of(first.strip().matches("\\d{1,18}") ? Long.parseLong(first.strip()) : -1);
    }

    /// Whether process `pid` is a PostgreSQL of this directory; the number alone may have gone to another program.
    private boolean isRunning(long pid) {
        return pid > 0
                && ProcessHandle.of(pid)
                        .map(ProcessHandle::info)
                        .filter(info -> info.command().orElse("").contains("postgres"))
                        .flatMap(ProcessHandle.Info::arguments)
                        .filter(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                        .isPresent();
    }

    /// What PostgreSQL itself said since `from`, without time and process.
    private static String reason(Path log, long from, String otherwise) throws IOException {
        if (!Files.exists(log)) {
            return lastLine(otherwise);
        }
        byte[] all = Files.readAllBytes(log);
        String said = new String(all, (int) from, all.length - (int) from, java.nio.charset.StandardCharsets.UTF_8);
        return said.lines()
                .filter(line -> line.contains("FATAL:"))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.indexOf("FATAL:") + "FATAL:".length())
                        .strip())
                .orElseGet(() -> lastLine(otherwise));
    }

    private static String lastLine(String output) {
        return output.lines().reduce("", (first, last) -> last);
    }
}
