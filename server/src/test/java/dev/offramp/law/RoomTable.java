package dev.offramp.law;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who may use whom. This table is the law; `docs/ARCHITECTURE.md` explains it.
final class RoomTable {

    /// One room, or one adapter inside of a room.
    record Room(int level, String name, Set<String> mayUse, boolean hasSubPackages) {

        boolean isAdapter() {
            return name.contains(".");
        }
    }

    /// `lower` is every room of a lower level, adapters not among them. `/*` after a name: it may have sub-packages.
    private static final String TABLE = """
            0 | money             |
            0 | db                |
            0 | secrets           | db
            0 | search            |
            1 | tenancy           | money db secrets
            1 | jobs              | db
            1 | facts             | db tenancy secrets
            1 | gates             | db tenancy jobs
            1 | traces            | db
            1 | traces.otlp       | db traces
            1 | assets            | money db tenancy
            1 | rates             | money db tenancy assets
            1 | ledger            | money db tenancy
            1 | lists             | db tenancy jobs
            1 | chains            | money db tenancy assets
            1 | chains.evm        | money db tenancy assets chains jobs
            1 | chains.simulated  | money db tenancy assets chains jobs
            2 | backups           | lists secrets db
            2 | keys              | db secrets tenancy assets chains
            2 | wallets           | keys chains assets tenancy facts lists db secrets money
            2 | drafts            | tenancy db
            2 | trail             | tenancy db secrets
            2 | mail              | jobs secrets db
            2 | mail.smtp         | jobs secrets db mail
            2 | people            | jobs tenancy secrets db
            2 | requests          | lists jobs tenancy db
            2 | destinations      | wallets assets tenancy secrets money db
            3 | deposits          | lower -keys -secrets
            3 | withdrawals       | chains assets rates ledger jobs facts lists tenancy money db
            3 | conversions       | ledger rates tenancy money db
            3 | payouts           | ledger jobs facts lists tenancy secrets money db destinations
            3 | payouts.simulated | ledger jobs facts tenancy money db destinations payouts
            4 | outflows          | payouts withdrawals lists jobs tenancy money db
            4 | settlement        | deposits payouts withdrawals destinations facts jobs assets tenancy money db
            4 | figures           | deposits payouts withdrawals facts jobs tenancy money db
            4 | webhooks          | lists jobs tenancy secrets traces db
            4 | webhooks.apache   | jobs tenancy secrets db webhooks
            5 | journeys          | deposits payouts withdrawals settlement wallets facts traces jobs tenancy db
            5 | reports           | figures ledger facts deposits withdrawals assets tenancy money db
            5 | wire/*            | lower
            5 | operations        | lower -keys -secrets
            5 | notices           | lower -keys -secrets operations
            5 | bulletins         | webhooks jobs mail people tenancy secrets db
            5 | health            | lower -keys -secrets bulletins
            5 | web               | db jobs tenancy
            5 | look              | web
            6 | http/*            | lower
            6 | dashboard/*       | lower
            6 | docs              | lower -keys -secrets
            6 | mcp               | docs lower -keys -secrets
            6 | status            | lower -keys -secrets
            6 | metrics           | web health operations deposits payouts withdrawals webhooks jobs facts trail \
                                    tenancy assets chains db
            6 | demo              |
            6 | listening         | webhooks tenancy db
            7 | app               | lower chains.evm chains.simulated payouts.simulated webhooks.apache mail.smtp traces.otlp
            8 | commands          | lower chains.simulated payouts.simulated
            """;

    private static final Map<String, Room> ROOMS = new LinkedHashMap<>();

    static {
        TABLE.lines().map(RoomTable::parse).forEach(room -> ROOMS.put(room.name(), room));
    }

    private RoomTable() {}

    static Iterable<Room> rooms() {
        return ROOMS.values();
    }

    static boolean has(String room) {
        return ROOMS.containsKey(room);
    }

    static Room room(String name) {
        return ROOMS.get(name);
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || ROOMS.get(from).mayUse().contains(to);
    }

    private static Room parse(String line) {
        String[] cells = line.split("\\|", -1);
        int level = Integer.parseInt(cells[0].strip());
        String name = cells[1].strip();
        Set<String> words = words(cells[2]);
        Set<String> mayUse = words.stream()
                .flatMap(word -> word.equals("lower") ? below(level) : Stream.of(word))
                .filter(word -> !word.startsWith("-") && !words.contains("-" + word))
                .collect(toUnmodifiableSet());
        return new Room(level, name.replace("/*", ""), mayUse, name.endsWith("/*"));
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .collect(toUnmodifiableSet());
    }

    private static Stream<String> below(int level) {
        return ROOMS.values().stream()
                .filter(room -> room.level() < level && !room.isAdapter())
                .map(Room::name);
    }
}
