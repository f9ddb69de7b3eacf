package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.mail.Mail;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts notices into letters: what is due to somebody into one, and none within ten minutes of the last unless it is
/// about security.
final class NoticeMail implements Step {

    static final Duration GAP = Duration.ofMinutes(10);

    private static final int PEOPLE = 100;
    private static final int NOTICES = 500;

    private final Database db;
    private final InstantSource clock;
    private final People people;
    private final Mail mail;
    private final Letters letters;
    private final PostStore store = new PostStore();

    NoticeMail(Database db, InstantSource clock, People people, Mail mail, Letters letters) {
        this.db = db;
        this.clock = clock;
        this.people = people;
        this.mail = mail;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "notices.mail";
    }

    @Override
    public boolean runOnce() {
        if (!mail.isOn()) {
            return false;
        }
        Instant before = clock.instant().minus(GAP);
        List<PersonId> due = db.transact(tx -> store.due(tx, before, Kind.urgent(), PEOPLE));
        due.forEach(person -> db.run(tx -> mail(tx, person)));
        return due.size() == PEOPLE;
    }

    private void mail(Transaction tx, PersonId id) {
        List<Notice> notices = store.take(tx, id, NOTICES).stream()
                .sorted(Comparator.comparing(Notice::at)
                        .thenComparing(notice -> notice.id().value()))
                .toList();
        Optional<Person> person = people.find(tx, id).filter(found -> !found.isDisabled());
        if (!notices.isEmpty() && person.isPresent()) {
            mail.post(tx, letters.notices(person.get(), notices));
            store.mailed(tx, id, clock.instant());
        }
    }
}
