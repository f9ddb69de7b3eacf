package dev.offramp.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody who can write to the database, and has no key, may do to five entries, and whether it is noticed.
class TamperingTest {

    private final TestDatabase test = TestDatabase.create();
    private final Ink ink = new Ink(test.database());

    @BeforeEach
    void record() {
        ink.recordMany(5);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void findsNothingWhereNothingWasDone() {
        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
        assertThat(ink.head().number()).isEqualTo(5);
    }

    @Test
    void findsAnEmptyTrailWhole() {
        try (TestDatabase empty = TestDatabase.create()) {
            assertThat(new Ink(empty.database()).verdict())
                    .isEqualTo(new Verdict.Whole(new Head(0, "0".repeat(Head.DIGITS))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE trail_entry SET at = at + interval '1 microsecond' WHERE number = 3  | 3
                    UPDATE trail_entry SET actor_kind = 'application', actor_name = NULL WHERE number = 3 | 3
                    UPDATE trail_entry SET actor_id = '66f0a1b2c3d4e5f6071829ab' WHERE number = 3 | 3
                    UPDATE trail_entry SET actor_name = 'bob@example.com' WHERE number = 1      | 1
                    UPDATE trail_entry SET action = 'credential.revoked' WHERE number = 3       | 3
                    UPDATE trail_entry SET integration = NULL WHERE number = 3                  | 3
                    UPDATE trail_entry SET environment = 'production' WHERE number = 3          | 3
                    UPDATE trail_entry SET source = '10.0.0.1' WHERE number = 3                 | 3
                    UPDATE trail_entry SET request_id = 'r' WHERE number = 3                    | 3
                    UPDATE trail_entry SET subject_kind = 'person' WHERE number = 3             | 3
                    UPDATE trail_entry SET subject_id = 'app-4' WHERE number = 3                | 3
                    UPDATE trail_entry SET before = '{}' WHERE number = 3                       | 3
                    UPDATE trail_entry SET after = '{"a":"b"}' WHERE number = 5                 | 5
                    UPDATE trail_entry SET hash = decode(repeat('00', 32), 'hex') WHERE number = 3 | 3
                    """)
    void namesTheEntryOfWhichAnyColumnWasChanged(String sql, long number) {
        ink.meddle(sql);

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(number, Verdict.Fault.ALTERED));
    }

    @Test
    void namesAnEntryThatWasTakenOut() {
        ink.meddle("DELETE FROM trail_entry WHERE number = 3");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(3, Verdict.Fault.MISSING));
    }

    @Test
    void namesAnEntryThatWasTakenOutThoughTheGapWasClosed() {
        ink.meddle("DELETE FROM trail_entry WHERE number = 3");
        ink.meddle("UPDATE trail_entry SET number = 3 WHERE number = 4");
        ink.meddle("UPDATE trail_entry SET number = 4 WHERE number = 5");
        ink.meddle("UPDATE trail_head SET number = 4");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(3, Verdict.Fault.ALTERED));
    }

    @Test
    void namesTheFirstOfTwoThatWereSwapped() {
        ink.meddle("UPDATE trail_entry SET number = 99 WHERE number = 2");
        ink.meddle("UPDATE trail_entry SET number = 2 WHERE number = 4");
        ink.meddle("UPDATE trail_entry SET number = 4 WHERE number = 99");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(2, Verdict.Fault.ALTERED));
    }

    @Test
    void namesAnEntryThatWasPutBetween() {
        ink.meddle("UPDATE trail_entry SET number = 6 WHERE number = 5");
        ink.meddle("UPDATE trail_entry SET number = 5 WHERE number = 4");
        copy(3, 4);
        ink.meddle("UPDATE trail_head SET number = 6");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(4, Verdict.Fault.ALTERED));
    }

    @Test
    void namesAnEntryThatWasAppendedByHand() {
        copy(5, 6);

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(6, Verdict.Fault.ALTERED));
    }

    @Test
    void namesAnEntryBeyondAHeadThatWasSetBack() {
        ink.meddle("UPDATE trail_head SET number = 4");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(5, Verdict.Fault.BEYOND_HEAD));
    }

    @Test
    void namesTheFirstEntryOfATailThatWasCutOff() {
        cutOffAfter(3);

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(4, Verdict.Fault.CUT_OFF));
    }

    @Test
    void noticesACutTailThoughTheHeadWasMadeToFit() {
        cutOffAfter(3);
        ink.meddle("UPDATE trail_head SET number = 3");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(3, Verdict.Fault.HEAD_ALTERED));
    }

    @Test
    void noticesACutTailForEverThoughTheProgramGoesOn() {
        cutOffAfter(3);
        ink.meddle("UPDATE trail_head SET number = 3");
        ink.recordMany(2);

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(4, Verdict.Fault.ALTERED));
    }

    @Test
    void noticesThatAllWasTakenOut() {
        ink.meddle("DELETE FROM trail_entry");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(1, Verdict.Fault.CUT_OFF));
    }

    /// Entries and head as they were at an earlier time are what they were: only somebody who noted a later head can
    /// tell.
    @Test
    void noticesByANotedHeadAloneThatAllWasSetBack() {
        ink.meddle("CREATE TABLE copy AS SELECT number, seal FROM trail_head");
        ink.recordMany(2);
        Head noted = ink.head();
        cutOffAfter(5);
        ink.meddle("UPDATE trail_head SET number = copy.number, seal = copy.seal FROM copy");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
        assertThat(ink.trail.verify(Optional.of(noted))).isEqualTo(new Verdict.Broken(7, Verdict.Fault.NOT_AS_NOTED));
        ink.recordMany(3);
        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
        assertThat(ink.trail.verify(Optional.of(noted))).isEqualTo(new Verdict.Broken(7, Verdict.Fault.NOT_AS_NOTED));
    }

    @Test
    void noticesByANotedHeadAloneThatAllWasMadeAsOnTheFirstDay() {
        Head noted = ink.head();
        ink.meddle("DELETE FROM trail_entry");
        ink.meddle("UPDATE trail_head SET number = 0, seal = decode(repeat('00', 32), 'hex')");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Whole(ink.head()));
        assertThat(ink.trail.verify(Optional.of(noted))).isEqualTo(new Verdict.Broken(5, Verdict.Fault.NOT_AS_NOTED));
    }

    @Test
    void findsANotedHeadInATrailThatWentOn() {
        Head noted = Head.parse(ink.head().toString()).orElseThrow();
        ink.recordMany(2);

        assertThat(ink.trail.verify(Optional.of(noted))).isEqualTo(new Verdict.Whole(ink.head()));
    }

    @Test
    void takesNoEntryOfAnotherServerKey() {
        assertThat(ink.trail(ink.db, 1).verify(Optional.empty()))
                .isEqualTo(new Verdict.Broken(1, Verdict.Fault.ALTERED));
    }

    /// Lengths are hashed too: text cannot wander from one column into the next.
    @Test
    void tellsApartWhatReadsTheSameInARow() {
        ink.record(NewEntry.of(Actor.PROGRAM, Action.RATE_SET, new Subject(Subject.Kind.RATE, "x"))
                .after(Details.of("a", "b")));
        ink.meddle("UPDATE trail_entry SET before = after, after = NULL WHERE number = 6");

        assertThat(ink.verdict()).isEqualTo(new Verdict.Broken(6, Verdict.Fault.ALTERED));
    }

    @ParameterizedTest
    @CsvSource({"5", "5-", "5-9f86d081884c7d6", "5-9F86D081884C7D65", "-9f86d081884c7d65", "a-9f86d081884c7d65", "''"})
    void readsNoHeadThatIsNone(String text) {
        assertThat(Head.parse(text)).isEmpty();
    }

    private void cutOffAfter(long number) {
        ink.meddle("DELETE FROM trail_entry WHERE number > " + number);
    }

    private void copy(long from, long to) {
        ink.meddle("CREATE TABLE inserted AS SELECT * FROM trail_entry WHERE number = " + from);
        ink.meddle("UPDATE inserted SET number = " + to);
        ink.meddle("INSERT INTO trail_entry SELECT * FROM inserted");
    }
}
