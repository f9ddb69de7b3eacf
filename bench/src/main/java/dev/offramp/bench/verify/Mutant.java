package dev.offramp.bench.verify;

import java.util.List;

/// A mistake somebody could make, as changes to our own sources.
///
/// @param name what the mistake is
/// @param edits each text must occur exactly once in its file, so that a mutant cannot silently stop being one
record Mutant(String name, List<Edit> edits) {

    record Edit(String file, String text, String instead) {}

    private static final String JAVA = "server/src/main/java/dev/offramp/";
    private static final String MIGRATIONS = "server/src/main/resources/db/migration/";

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "credits at detection",
                    List.of(new Edit(
                            JAVA + "deposits/DepositStore.java",
                            "AND block_height <= chain_cursor.height + 1 - needs.required + confirmation_offset",
                            "AND block_height <= chain_cursor.height"))),
            new Mutant(
                    "sends before the commit",
                    List.of(
                            new Edit(
                                    JAVA + "payouts/SubmitStep.java",
                                    "List<Payout> sending = db.transact(tx -> begin(tx, claimed));",
                                    "Map<PayoutId, Rail.Answer> early = new java.util.HashMap<>();"
                                            + " List<Payout> sending = db.transact(tx -> { List<Payout> all = begin(tx,"
                                            + " claimed); early.putAll(calls.submit(all)); return all; });"),
                            new Edit(
                                    JAVA + "payouts/SubmitStep.java",
                                    "Map<PayoutId, Rail.Answer> answers = calls.submit(sending);",
                                    "Map<PayoutId, Rail.Answer> answers = early;"))),
            new Mutant(
                    "does not look whether the trade exists",
                    List.of(
                            new Edit(
                                    JAVA + "deposits/Sightings.java",
                                    "Deposit before = known.get(sighting.key());",
                                    "Deposit before = known.get(null);"),
                            new Edit(
                                    MIGRATIONS + "V090__deposits.sql",
                                    "CONSTRAINT deposit_transfer UNIQUE (environment, network, tx_hash, position,"
                                            + " address),",
                                    ""))),
            new Mutant(
                    "reads facts by id greater than the last seen",
                    List.of(
                            new Edit(
                                    JAVA + "facts/FactStore.java",
                                    "SELECT :last + row_number() OVER (ORDER BY arrival),",
                                    "SELECT arrival + 0 * :last,"),
                            new Edit(
                                    JAVA + "facts/FactStore.java",
                                    "UPDATE fact_sequencer SET last_position = :last",
                                    "UPDATE fact_sequencer SET last_position = (SELECT max(position) FROM fact) + 0 *"
                                            + " :last"))),
            new Mutant(
                    "jumps to the tip after downtime",
                    List.of(new Edit(
                            JAVA + "deposits/DepositWatcher.java",
                            "        if (there.isEmpty()) {",
                            "        BlockRef top = chain.tip();\n"
                                    + "        if (top.height() > from.height() + 4) {\n"
                                    + "            db.run(tx -> cursors.advance(tx, chain.id(), top, clock.instant()));\n"
                                    + "            return true;\n"
                                    + "        }\n"
                                    + "        if (there.isEmpty()) {"))),
            new Mutant(
                    "names a transfer by its place in the block",
                    List.of(new Edit(
                            JAVA + "deposits/Sightings.java",
                            "block.transfers().forEach(transfer -> places.put(transfer, place));",
                            "int at = 0; for (Transfer t : block.transfers()) { places.put(new Transfer(t.tx(), new"
                                    + " dev.offramp.chains.Position(\"out:\" + at++), t.index(), t.contract(), t.sender(),"
                                    + " t.recipient(), t.units()), place); }"))));
}
