package dev.offramp.law;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of the rooms. Each answers its violations, one a line; no line means that the law is kept.
final class RoomRules {

    private static final Pattern SQL =
            Pattern.compile("(?s)^\\s*(SELECT\\b.+|INSERT\\s+INTO\\b.+|UPDATE\\s+[\\w.]+\\s+(\\w+\\s+)?SET\\b.+"
                    + "|DELETE\\s+FROM\\b.+|WITH\\s+(RECURSIVE\\s+)?\\w+\\s*(\\([^)]*\\)\\s*)?AS\\b.+"
                    + "|(CREATE|ALTER|DROP|TRUNCATE|LOCK)\\s+(TABLE|INDEX|DATABASE|ROLE|SCHEMA|UNIQUE)\\b.+"
                    + "|(MERGE\\s+INTO|COPY|NOTIFY|LISTEN|TRUNCATE)\\s+\\w+.*)");

    /// The way to the database that only a store may take.
    private static final String STATEMENTS = "dev.offramp.db.Transaction.sql";

    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile("java\\.time\\.\\w+\\.now"
            + "|java\\.time\\.(Clock|InstantSource)\\.(system\\w*|tick\\w*)"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
            + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>|java\\.util\\.Calendar\\.getInstance"
            + "|java\\.util\\.(Random|SplittableRandom)\\.<init>|java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
            + "|java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)"
            + "|java\\.lang\\.(Math|StrictMath)\\.random|java\\.util\\.UUID\\.randomUUID"
            + "|java\\.util\\.Collections\\.shuffle");

    static final Set<String> FLOATING = Set.of("search", "metrics");

    private static final String APP = "app";
    private static final String DB = "db";

    private RoomRules() {}

    /// Every class lives in a room of the table, and rooms are flat.
    static List<String> homeless(List<Compiled> classes) {
        return classes.stream()
                .filter(type -> !RoomTable.has(roomOf(type.place())))
                .map(type -> type.name() + " is in no room of the table")
                .distinct()
                .toList();
    }

    /// No arrow but those of the table. An adapter is on nobody's list but `app`'s.
    static List<String> undeclaredArrows(List<Compiled> classes) {
        return classes.stream()
                .flatMap(type -> type.mentions().stream()
                        .map(RoomRules::roomOf)
                        .filter(RoomTable::has)
                        .filter(to -> isUndeclared(roomOf(type.place()), to))
                        .map(to -> type.name() + " uses " + to))
                .distinct()
                .toList();
    }

    /// The same, read off the imports: a constant that the compiler copied leaves no trace in the class.
    static List<String> undeclaredImports(List<Source> sources, String root) {
        Pattern imported =
                Pattern.compile("(?m)^import (?:static )?" + Pattern.quote(root) + "\\.((?:[a-z][a-z0-9_]*\\.)+)[A-Z]");
        return sources.stream()
                .filter(source -> source.packageName().startsWith(root + "."))
                .flatMap(source -> imported.matcher(source.text())
                        .results()
                        .map(found -> roomOf(found.group(1).replaceFirst("\\.$", "")))
                        .filter(RoomTable::has)
                        .filter(to -> isUndeclared(roomOf(source.packageName().substring(root.length() + 1)), to))
                        .map(to -> source.path() + " imports " + to))
                .distinct()
                .toList();
    }

    private static boolean isUndeclared(String from, String to) {
        return RoomTable.has(from) && !RoomTable.allows(from, to);
    }

    /// No way leads from a room back to itself.
    static List<String> cycles(List<Compiled> classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Compiled type : classes) {
            Set<String> to = arrows.computeIfAbsent(roomOf(type.place()), room -> new TreeSet<>());
            type.mentions().stream().map(RoomRules::roomOf).forEach(to::add);
            to.remove(roomOf(type.place()));
        }
        return arrows.keySet().stream()
                .filter(room -> reaches(arrows, room))
                .map(room -> room + " leads back to itself")
                .toList();
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String start) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(arrows.get(start));
        while (!open.isEmpty()) {
            String room = open.pop();
            if (room.equals(start)) {
                return true;
            }
            if (seen.add(room)) {
                open.addAll(arrows.getOrDefault(room, Set.of()));
            }
        }
        return false;
    }

    /// `double` and `float` cannot hold money, so they are nowhere but where there is none: ranks of what was found,
    /// and
    /// measurements. No arrow leads from these rooms to money.
    static List<String> floatingPoint(List<Compiled> classes) {
        return classes.stream()
                .filter(type -> !FLOATING.contains(roomOf(type.place())))
                .filter(Compiled::usesFloatingPoint)
                .map(type -> type.name() + " uses floating point")
                .toList();
    }

    /// SQL is written, and sent, in the room's store alone.
    static List<String> sqlOutsideStores(List<Compiled> classes) {
        return classes.stream()
                .filter(type -> !type.outermost().endsWith("Store"))
                .flatMap(type -> Stream.concat(
                        type.strings().stream()
                                .filter(text -> SQL.matcher(text).matches())
                                .map(text -> type.name() + " holds SQL: " + firstWords(text)),
                        type.uses().stream()
                                .filter(use ->
                                        use.equals(STATEMENTS) && !type.place().equals(DB))
                                .map(use -> type.name() + " sends SQL")))
                .toList();
    }

    /// Time and chance are handed in, so that a test or a simulation can decide them.
    static List<String> clocksAndChance(List<Compiled> classes) {
        return classes.stream()
                .filter(type -> !roomOf(type.place()).equals(APP))
                .flatMap(type -> type.uses().stream()
                        .filter(use -> CLOCK_OR_CHANCE.matcher(use).matches())
                        .sorted()
                        .map(use -> type.name() + " calls " + use))
                .toList();
    }

    /// The room of a package: itself, or the one whose sub-package it may be.
    private static String roomOf(String place) {
        String first = place.replaceFirst("\\..*", "");
        boolean mayNest = RoomTable.has(first) && RoomTable.room(first).hasSubPackages();
        return mayNest ? first : place;
    }

    private static String firstWords(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 30));
    }
}
