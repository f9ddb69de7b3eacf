package dev.offramp.notices;

import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.mail.Mail;
import dev.offramp.people.Membership;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes notices of news: one for each whom they concern.
final class Telling {

    private final People people;
    private final Tenancy tenancy;
    private final Mail mail;
    private final ObjectIds ids;
    private final NoticeStore store = new NoticeStore();
    private final PostStore posts = new PostStore();

    /// Everybody who may be concerned, by one query each.
    private record Around(
            Map<IntegrationId, Integration> businesses,
            Map<IntegrationId, List<Membership>> members,
            List<PersonId> operators) {}

    /// Where news belong.
    private record Place(Optional<IntegrationId> integration, String words, String root) {

        static final Place NONE = new Place(Optional.empty(), "", "");
    }

    Telling(People people, Tenancy tenancy, Mail mail, ObjectIds ids) {
        this.people = people;
        this.tenancy = tenancy;
        this.mail = mail;
        this.ids = ids;
    }

    void tell(Transaction tx, List<News> all) {
        if (all.isEmpty()) {
            return;
        }
        Around around = around(tx, all);
        List<Notice> notices = new ArrayList<>();
        for (News news : all) {
            Place place = place(news.about(), around);
            concerned(news, around).stream()
                    .filter(person -> !news.doneBy().equals(Optional.of(person)))
                    .forEach(person -> notices.add(notice(news, person, place)));
        }
        Map<PersonId, Map<Kind, Boolean>> choices = mail.isOn()
                ? posts.choices(tx, notices.stream().map(Notice::person).collect(Collectors.toSet()))
                : Map.of();
        store.insert(
                tx,
                notices.stream()
                        .map(notice -> new NoticeStore.New(notice, isMailed(notice, choices)))
                        .toList());
    }

    private Around around(Transaction tx, List<News> all) {
        Set<IntegrationId> integrations = new HashSet<>();
        all.forEach(news -> integration(news.about()).ifPresent(integrations::add));
        boolean areOperatorsConcerned = all.stream().anyMatch(news -> news.about() instanceof About.Installation);
        return new Around(
                tenancy.integrations(tx, integrations),
                people.memberships().working(tx, integrations).stream()
                        .collect(Collectors.groupingBy(Membership::integration)),
                areOperatorsConcerned
                        ? people.operators(tx).stream().map(Person::id).toList()
                        : List.of());
    }

    private static Optional<IntegrationId> integration(About about) {
        return switch (about) {
            case About.Part(Tenant tenant) -> Optional.of(tenant.integration());
            case About.Whole(IntegrationId integration, Environment _) -> Optional.of(integration);
            case About.Oneself _, About.Installation _ -> Optional.empty();
        };
    }

    private static List<PersonId> concerned(News news, Around around) {
        return switch (news.about()) {
            case About.Oneself(PersonId person) -> List.of(person);
            case About.Installation() -> around.operators;
            case About.Part _, About.Whole _ ->
                around.members.getOrDefault(integration(news.about()).orElseThrow(), List.of()).stream()
                        .filter(member -> news.kind().audience().includes(member.role()))
                        .map(Membership::person)
                        .toList();
        };
    }

    private static Place place(About about, Around around) {
        return switch (about) {
            case About.Part(Tenant tenant) -> {
                Integration business = around.businesses.get(tenant.integration());
                String words = business.name() + ", " + tenant.environment().code();
                yield new Place(Optional.of(business.id()), words, root(business, tenant.environment()));
            }
            case About.Whole(IntegrationId integration, Environment shownIn) -> {
                Integration business = around.businesses.get(integration);
                yield new Place(Optional.of(integration), business.name(), root(business, shownIn));
            }
            case About.Oneself _, About.Installation _ -> Place.NONE;
        };
    }

    private static String root(Integration business, Environment environment) {
        return "/b/" + business.merchantReference() + "/" + environment.code();
    }

    private Notice notice(News news, PersonId person, Place place) {
        return new Notice(
                new NoticeId(ids.next()),
                person,
                Notice.Side.of(news.kind()),
                news.kind(),
                place.integration,
                place.words,
                news.text(),
                place.root + news.path(),
                news.at(),
                Optional.empty());
    }

    private boolean isMailed(Notice notice, Map<PersonId, Map<Kind, Boolean>> choices) {
        Kind kind = notice.kind();
        return mail.isOn()
                && (kind.isAlwaysMailed()
                        || choices.getOrDefault(notice.person(), Map.of()).getOrDefault(kind, kind.isMailedAtFirst()));
    }
}
