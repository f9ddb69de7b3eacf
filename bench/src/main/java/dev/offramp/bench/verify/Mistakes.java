package dev.offramp.bench.verify;

import dev.offramp.bench.verify.Mutant.Edit;
import java.util.List;

/// The mistakes that off-ramps have lost money by, as mutants of this one.
final class Mistakes {

    private static final String JAVA = "server/src/main/java/dev/offramp/";

    static final List<Mutant> ALL = List.of(
            creditsAtDetection(),
            sendsBeforeTheCommit(),
            overlooksTheTradeThatExists(),
            readsFactsByIdGreaterThanTheLastSeen(),
            jumpsToTheTipAfterDowntime(),
            namesTransfersByTheirPlaceInTheBlock(),
            broadcastsBeforeTheCommit(),
            replacesWithTheNextNonce());

    private Mistakes() {}

    /// Does not wait for confirmations, nor for a block.
    private static Mutant creditsAtDetection() {
        String file = JAVA + "deposits/DepositStore.java";
        return new Mutant(
                "credits at detection",
                List.of(1L),
                List.of(
                        new Edit(file, """
                                AND block_height <= chain_cursor.height + 1 + confirmation_offset
                                                    - (:required)[array_position(:assets, asset)]
                                """.strip(), "AND missing_since IS NULL"),
                        new Edit(
                                file,
                                ">= required.get(each.deposit().asset())",
                                ">= 0 * required.get(each.deposit().asset())")));
    }

    /// Calls the rail in the transaction that writes the intention down.
    private static Mutant sendsBeforeTheCommit() {
        String file = JAVA + "payouts/SubmitStep.java";
        return new Mutant(
                "sends before the commit",
                List.of(3L),
                List.of(
                        new Edit(file, "List<Payout> sending = db.transact(tx -> begin(tx, claimed));", """
                                Map<PayoutId, Rail.Answer> answers = new java.util.HashMap<>();
                                List<Payout> sending = db.transact(tx -> {
                                    List<Payout> begun = begin(tx, claimed);
                                    answers.putAll(calls.submit(begun));
                                    return begun;
                                });
                                """),
                        new Edit(file, "Map<PayoutId, Rail.Answer> answers = calls.submit(sending);", "")));
    }

    /// Takes every sighting of a transfer for the first, and has no constraint to stop it.
    private static Mutant overlooksTheTradeThatExists() {
        return new Mutant(
                "does not look whether the trade exists",
                List.of(1L),
                List.of(new Edit(
                        JAVA + "deposits/Sightings.java",
                        "Deposit before = known.get(sighting.key());",
                        "Deposit before = known.get(null);")),
                "ALTER TABLE deposit DROP CONSTRAINT deposit_transfer");
    }

    /// Positions follow the order in which facts were inserted, not the one in which they were committed.
    private static Mutant readsFactsByIdGreaterThanTheLastSeen() {
        String file = JAVA + "facts/FactStore.java";
        return new Mutant(
                "reads facts by id greater than the last seen",
                List.of(2L),
                List.of(
                        new Edit(
                                file,
                                "SELECT :last + row_number() OVER (ORDER BY arrival),",
                                "SELECT arrival + 0 * :last,"),
                        new Edit(
                                file,
                                "UPDATE fact_sequencer SET last_position = :last",
                                "UPDATE fact_sequencer SET last_position = 0 * :last + (SELECT max(position)"
                                        + " FROM fact)")));
    }

    /// Starts afresh at the tip instead of reading the blocks it missed.
    private static Mutant jumpsToTheTipAfterDowntime() {
        return new Mutant(
                "jumps to the tip after downtime",
                List.of(1L),
                List.of(new Edit(JAVA + "deposits/DepositWatcher.java", "        if (there.isEmpty()) {", """
                                BlockRef top = chain.tip();
                                if (top.height() > from.height() + 4) {
                                    db.run(tx -> cursors.advance(tx, chain.id(), top, clock.instant()));
                                    return true;
                                }
                                if (there.isEmpty()) {
                        """)));
    }

    /// As by a log's index in its block: it changes when the transaction moves, and there is none before the block.
    /// Mock trades bring their own.
    private static Mutant namesTransfersByTheirPlaceInTheBlock() {
        String file = JAVA + "chains/simulated/BlockStore.java";
        return new Mutant(
                "names a transfer by its place in the block",
                List.of(1L),
                List.of(
                        new Edit(
                                file,
                                "tx.hash, tx.sender,\n                       output.ordinal, ",
                                "tx.hash, tx.sender, CASE WHEN tx.hash LIKE 'mock-%' THEN output.ordinal"
                                        + " ELSE row_number() OVER (PARTITION BY tx.height"
                                        + " ORDER BY tx.ordinal, output.ordinal) - 1 END AS ordinal, "),
                        new Edit(
                                file,
                                "WHERE tx.network = :network AND tx.state = 'waiting' AND NOT tx.fails",
                                "WHERE tx.network = :network AND tx.state = 'never'")));
    }

    /// Sends what it has signed, then writes it down.
    private static Mutant broadcastsBeforeTheCommit() {
        return new Mutant(
                "broadcasts before the commit",
                List.of(7L),
                List.of(new Edit(
                        JAVA + "withdrawals/SendStep.java",
                        "db.run(tx -> keep(tx, claimed, seen, signed));",
                        "sender.broadcast(List.copyOf(signed.values()));\n"
                                + "db.run(tx -> keep(tx, claimed, seen, signed));")));
    }

    /// Asks the node for a nonce when it offers more, as for a new transaction.
    private static Mutant replacesWithTheNextNonce() {
        return new Mutant(
                "replaces with the next nonce",
                List.of(7L),
                List.of(new Edit(
                        JAVA + "withdrawals/SendStep.java",
                        "sender.sign(payment, latest.nonce(), price)",
                        "sender.sign(payment, sender.nonce() + 1, price)")));
    }
}
