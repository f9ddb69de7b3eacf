package dev.offramp.jobs;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the table `job`. All jobs of one call are of one kind.
final class JobStore {

    private static final String ADD = """
            INSERT INTO job (kind, subject, run_at, attempt)
            SELECT :kind, subject, :at, 0 FROM unnest(:subjects) AS subject
            ON CONFLICT ON CONSTRAINT job_pk DO UPDATE SET run_at = least(job.run_at, excluded.run_at)
            """;

    private static final String LOCK_DUE = """
            SELECT subject FROM job
            WHERE kind = :kind AND run_at <= :now
            ORDER BY run_at, subject
            LIMIT :max
            FOR UPDATE SKIP LOCKED
            """;

    /// A statement of its own, by values of the key: joined with the former, a planner that takes the table for empty,
    /// as it often is, compares every due job with every job.
    private static final String CLAIM = """
            UPDATE job SET run_at = :until, claimed_until = :until, attempt = attempt + 1
            WHERE kind = :kind AND subject = ANY(:subjects)
            RETURNING subject, attempt
            """;

    private static final String LOCK = """
            SELECT job.subject, job.attempt
            FROM job JOIN unnest(:subjects, :attempts) AS claimed (subject, attempt)
                ON job.subject = claimed.subject AND job.attempt = claimed.attempt
            WHERE job.kind = :kind
            ORDER BY job.subject
            FOR UPDATE OF job
            """;

    private static final String DELETE = "DELETE FROM job WHERE kind = :kind AND subject = ANY(:subjects)";

    private static final String POSTPONE = """
            UPDATE job SET run_at = :at, claimed_until = NULL, trouble = :trouble, troubled_at = :troubled_at
            WHERE kind = :kind AND subject = ANY(:subjects)
            """;

    private static final String COUNTS = """
            SELECT kind,
                   count(*) FILTER (WHERE claimed_until > :now) AS running,
                   count(*) FILTER (WHERE run_at <= :now) AS due,
                   count(*) FILTER (WHERE run_at > :now AND claimed_until IS NULL) AS waiting,
                   count(*) FILTER (WHERE trouble IS NOT NULL OR claimed_until <= :now) AS troubled,
                   min(run_at) FILTER (WHERE run_at <= :now) AS oldest_due,
                   max(attempt) AS attempts
            FROM job
            GROUP BY kind
            ORDER BY kind
            """;

    private static final String FIND = """
            SELECT kind, subject, attempt, run_at, claimed_until, trouble, troubled_at FROM job
            WHERE kind = :kind AND subject = :subject
            """;

    /// Also those whose claim ran out: whoever had them did not come back.
    private static final String TROUBLED = """
            SELECT kind, subject, attempt, run_at, claimed_until, trouble, troubled_at FROM job
            WHERE trouble IS NOT NULL OR claimed_until <= :now
            ORDER BY attempt DESC, kind, subject
            LIMIT :max
            """;

    void add(Transaction tx, JobKind kind, Collection<ObjectId> subjects, Instant at) {
        tx.sql()
                .createUpdate(ADD)
                .bind("kind", kind.value())
                .bind("at", at)
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(ObjectId::value).sorted().toList())
                .execute();
    }

    List<Job> claim(Transaction tx, JobKind kind, int max, Instant now, Instant until) {
        List<String> due = tx.sql()
                .createQuery(LOCK_DUE)
                .bind("kind", kind.value())
                .bind("now", now)
                .bind("max", max)
                .mapTo(String.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        return tx
                .sql()
                .createQuery(CLAIM)
                .bind("kind", kind.value())
                .bindArray("subjects", String.class, due)
                .bind("until", until)
                .map((row, context) -> new Job(kind, new ObjectId(row.getString("subject")), row.getInt("attempt")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Job::subject))
                .toList();
    }

    List<Job> lock(Transaction tx, List<Job> claimed) {
        JobKind kind = claimed.getFirst().kind();
        return onSubjects(tx.sql().createQuery(LOCK), claimed)
                .bindArray(
                        "attempts",
                        Integer.class,
                        claimed.stream().map(Job::attempt).toList())
                .map((row, context) -> new Job(kind, new ObjectId(row.getString("subject")), row.getInt("attempt")))
                .list();
    }

    void delete(Transaction tx, List<Job> jobs) {
        onSubjects(tx.sql().createUpdate(DELETE), jobs).execute();
    }

    void postpone(Transaction tx, List<Job> jobs, Instant at, Optional<LastTrouble> trouble) {
        onSubjects(tx.sql().createUpdate(POSTPONE), jobs)
                .bind("at", at)
                .bind("trouble", trouble.map(LastTrouble::what).orElse(null))
                .bind("troubled_at", trouble.map(LastTrouble::at).orElse(null))
                .execute();
    }

    List<JobCount> counts(Transaction tx, Instant now) {
        return tx.sql()
                .createQuery(COUNTS)
                .bind("now", now)
                .map((row, context) -> new JobCount(
                        new JobKind(row.getString("kind")),
                        row.getLong("running"),
                        row.getLong("due"),
                        row.getLong("waiting"),
                        row.getLong("troubled"),
                        instant(row, "oldest_due"),
                        row.getInt("attempts")))
                .list();
    }

    Optional<JobState> find(Transaction tx, JobKind kind, ObjectId subject) {
        return tx.sql()
                .createQuery(FIND)
                .bind("kind", kind.value())
                .bind("subject", subject.value())
                .map((row, context) -> state(row))
                .findOne();
    }

    List<JobState> troubled(Transaction tx, Instant now, int max) {
        return tx.sql()
                .createQuery(TROUBLED)
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> state(row))
                .list();
    }

    private static JobState state(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new JobState(
                new JobKind(row.getString("kind")),
                new ObjectId(row.getString("subject")),
                row.getInt("attempt"),
                instant(row, "run_at").orElseThrow(),
                instant(row, "claimed_until"),
                instant(row, "troubled_at").map(at -> new LastTrouble(trouble, at)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static <S extends SqlStatement<S>> S onSubjects(S statement, List<Job> jobs) {
        return statement
                .bind("kind", jobs.getFirst().kind().value())
                .bindArray(
                        "subjects",
                        String.class,
                        jobs.stream().map(job -> job.subject().value()).toList());
    }
}
