package dev.offramp.bench.verify;

import dev.offramp.app.Platform;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What must be true. Each rule is a query that answers one line for each breach, so an empty answer is good news; the
/// simulated chain and rail are in the same database, and their rows are the truth that ours are held against.
final class Invariants {

    /// After every step.
    private static final List<String> ALWAYS =
            List.of("""
            SELECT d.tx_hash || ' pays ' || d.units || ' units of ' || d.asset || ' to ' || d.address || ' '
                || count(DISTINCT o.ordinal) || ' times, and that is ' || count(DISTINCT d.id) || ' deposits'
            FROM deposit d
            LEFT JOIN simulated_output o ON o.tx = d.tx_hash AND o.recipient = d.address AND o.units = d.units
                AND coalesce(o.contract, d.asset) = d.asset
            GROUP BY d.tx_hash, d.address, d.asset, d.units
            HAVING count(DISTINCT d.id) > count(DISTINCT o.ordinal)
            """, """
            SELECT 'deposit ' || d.id || ' is ' || d.status || ' without its blocks'
            FROM deposit d
            LEFT JOIN simulated_tx t ON t.hash = d.tx_hash AND t.state = 'mined' AND NOT t.fails
                AND t.height <= (SELECT height FROM simulated_clock) - 2
            WHERE d.status IN ('completed', 'flagged') AND t.hash IS NULL
            """, """
            SELECT 'deposit ' || d.id || ' is ' || d.status || ' and its tenant was credited ' || coalesce(c.units, 0)
            FROM deposit d
            LEFT JOIN (
                SELECT subject, sum(units) AS units
                FROM posting JOIN account ON account.id = to_account
                WHERE purpose = 'deposit.credit' AND account.kind = 'tenant'
                GROUP BY subject
            ) c ON c.subject = d.id
            WHERE d.status = 'completed' AND coalesce(c.units, 0) <> d.amount_units + d.markup_units
            OR d.status <> 'completed' AND c.units IS NOT NULL
            """, """
            WITH booked AS (
                SELECT a.kind, a.asset, sum(CASE WHEN p.to_account = a.id THEN p.units ELSE -p.units END) AS units
                FROM account a JOIN posting p ON a.id IN (p.from_account, p.to_account)
                WHERE a.kind IN ('suspense', 'custody') AND p.purpose <> 'withdrawal.gas'
                GROUP BY a.kind, a.asset
            ), wanted AS (
                SELECT 'suspense' AS kind, asset, sum(units) AS units FROM deposit
                WHERE status = 'flagged' GROUP BY asset
                UNION ALL
                SELECT 'custody', asset, sum(units) FROM (
                    SELECT asset, -units AS units FROM deposit WHERE status IN ('flagged', 'completed')
                    UNION ALL
                    SELECT asset, units FROM withdrawal WHERE status = 'completed') AS moved
                GROUP BY asset
            )
            SELECT kind || ' of ' || asset || ' is ' || coalesce(b.units, 0) || ', not ' || coalesce(w.units, 0)
            FROM booked b FULL JOIN wanted w USING (kind, asset)
            WHERE coalesce(b.units, 0) <> coalesce(w.units, 0)
            """, """
            SELECT 'the rail was asked for ' || r.reference || ' before that was written down'
            FROM simulated_rail_payout r LEFT JOIN payout p ON p.reference = r.reference
            WHERE p.id IS NULL OR p.status = 'placed'
            """, """
            SELECT 'payout ' || p.id || ' is ' || p.status || ', and the rail says ' || coalesce(r.script, 'nothing')
            FROM payout p LEFT JOIN simulated_rail_payout r ON r.reference = p.reference
            WHERE p.status = 'completed' AND coalesce(r.script, '') NOT IN ('paid', 'late')
            OR p.status = 'rejected' AND coalesce(r.script, '') <> 'rejected'
            OR p.status = 'reversed' AND coalesce(r.script, '') NOT IN ('reversed', 'rejected')
            """, """
            WITH booked AS (
                SELECT a.asset, sum(CASE WHEN p.to_account = a.id THEN p.units ELSE -p.units END) AS units
                FROM account a JOIN posting p ON a.id IN (p.from_account, p.to_account)
                WHERE a.kind = 'rail' GROUP BY a.asset
            ), paid AS (
                SELECT upper(currency) AS asset, sum(amount - fee) AS units FROM payout
                WHERE status = 'completed' GROUP BY currency
            )
            SELECT 'rail of ' || asset || ' is ' || coalesce(b.units, 0) || ', not ' || coalesce(p.units, 0)
            FROM booked b FULL JOIN paid p USING (asset)
            WHERE coalesce(b.units, 0) <> coalesce(p.units, 0)
            """, """
            SELECT 'payout ' || p.id || ' is ' || p.status || ' with a hold that is ' || coalesce(h.state, 'missing')
            FROM payout p LEFT JOIN hold h ON h.subject = p.id
            WHERE CASE p.status WHEN 'completed' THEN 'posted'
                                WHEN 'rejected' THEN 'released'
                                WHEN 'reversed' THEN 'released'
                                ELSE 'open' END IS DISTINCT FROM h.state
            """, """
            SELECT 'deposit ' || deposit || ' is settled ' || count(*) || ' times at once'
            FROM (SELECT deposit, returned FROM payout UNION ALL SELECT deposit, returned FROM withdrawal) AS settling
            WHERE deposit IS NOT NULL AND returned IS NULL GROUP BY deposit HAVING count(*) > 1
            """, """
            SELECT 'transaction ' || o.hash || ' went out before it was written down'
            FROM simulated_outgoing o LEFT JOIN signed_transaction s ON s.hash = o.hash
            WHERE s.hash IS NULL
            """, """
            SELECT 'withdrawal ' || w.id || ' is ' || w.status || ', and the chain paid it '
                || coalesce(c.paid, 0) || ' times in ' || coalesce(c.mined, 0) || ' transactions'
            FROM withdrawal w LEFT JOIN (
                SELECT s.withdrawal, count(*) AS mined, count(*) FILTER (WHERE NOT t.fails) AS paid,
                       min(t.height) AS height
                FROM signed_transaction s JOIN simulated_tx t ON t.hash = s.hash AND t.state = 'mined'
                GROUP BY s.withdrawal
            ) c ON c.withdrawal = w.id
            WHERE coalesce(c.mined, 0) > 1
            OR w.status IN ('placed', 'numbered', 'rejected') AND coalesce(c.paid, 0) > 0
            OR w.status = 'completed' AND coalesce(c.paid, 0) <> 1
            OR w.status = 'reversed' AND (coalesce(c.mined, 0) <> 1 OR c.paid > 0)
            OR w.status IN ('completed', 'reversed') AND c.height > (SELECT height FROM simulated_clock) - 2
            """, """
            SELECT 'withdrawal ' || w.id || ' is ' || w.status || ' with a hold that is ' || coalesce(h.state, 'missing')
            FROM withdrawal w LEFT JOIN hold h ON h.subject = w.id
            WHERE CASE w.status WHEN 'completed' THEN 'posted'
                                WHEN 'rejected' THEN 'released'
                                WHEN 'reversed' THEN 'released'
                                ELSE 'open' END IS DISTINCT FROM h.state
            """, """
            SELECT 'nonces of ' || network || ' have a gap: ' || count(*) || ' up to ' || max(nonce)
            FROM withdrawal_nonce GROUP BY network, address HAVING count(*) <> max(nonce) + 1
            """, """
            WITH told AS (
                SELECT subject, sequence FROM fact UNION ALL SELECT subject, sequence FROM fact_inbox
            )
            SELECT 'facts of ' || subject || ' are ' || string_agg(sequence::text, ' ' ORDER BY sequence)
            FROM told GROUP BY subject HAVING count(*) <> max(sequence) OR min(sequence) <> 1
            """, """
            SELECT 'deposit ' || id || ' counts ' || sequence || ' facts'
            FROM deposit
            WHERE sequence <> (SELECT count(*) FROM fact WHERE subject = deposit.id)
                            + (SELECT count(*) FROM fact_inbox WHERE subject = deposit.id)
            """, """
            SELECT 'nobody was told of fact ' || position || ' (' || kind || '), and webhooks are past it'
            FROM fact f
            WHERE position <= (SELECT position FROM fact_reader WHERE name = 'webhooks')
            AND kind <> 'SettlementSkipped'
            AND NOT EXISTS (SELECT 1 FROM webhook_record WHERE event_id = f.id)
            """, """
            SELECT 'deposit ' || subject || ' was not settled, and settlement is past its fact ' || position
            FROM fact
            WHERE id = ANY(:targeted)
            AND position <= (SELECT position FROM fact_reader WHERE name = 'settlement')
            AND NOT EXISTS (SELECT 1 FROM settlement WHERE deposit = subject)
            """, """
            SELECT 'the first fact of deposit ' || subject || ' is ' || kind
            FROM fact WHERE sequence = 1 AND kind IN ('DepositCompleted', 'DepositFlagged', 'DepositDeleted')
            """);

    /// Once all that was under way had time to end.
    private static final List<String> AT_THE_END =
            List.of("""
            SELECT t.hash || ' in block ' || t.height || ' of ' || t.network || ' pays ' || o.units || ' to '
                || o.recipient || ' ' || o.times || ' times, and booked are ' || coalesce(d.booked, 0) || ' of '
                || coalesce(d.known, 0) || '; read to ' || coalesce(c.height, -1)
                || coalesce(', paused: ' || c.paused, '')
            FROM simulated_tx t
            JOIN (
                SELECT tx, recipient, units, count(*) AS times FROM simulated_output
                WHERE coalesce(contract, '') NOT LIKE 'fake:%' GROUP BY tx, recipient, units
            ) o ON o.tx = t.hash
            JOIN wallet w ON w.address = o.recipient AND w.environment = 'development'
            LEFT JOIN chain_cursor c ON c.environment = 'development' AND c.network = t.network
            LEFT JOIN (
                SELECT tx_hash, address, units, count(*) AS known,
                       count(*) FILTER (WHERE status IN ('completed', 'flagged')) AS booked
                FROM deposit GROUP BY tx_hash, address, units
            ) d ON d.tx_hash = t.hash AND d.address = o.recipient AND d.units = o.units
            WHERE t.state = 'mined' AND NOT t.fails AND t.height <= (SELECT height FROM simulated_clock) - 2
            AND o.times <> coalesce(d.booked, 0)
            """, """
            SELECT 'deposit ' || d.id || ' is still pending and its transaction ' || t.state
            FROM deposit d JOIN simulated_tx t ON t.hash = d.tx_hash
            WHERE d.status = 'pending' AND (t.state <> 'waiting' OR t.fails)
            """, """
            SELECT 'deposit ' || subject || ' has somewhere to go and was not settled'
            FROM fact
            WHERE id = ANY(:targeted)
            AND NOT EXISTS (SELECT 1 FROM settlement WHERE settlement.deposit = fact.subject)
            """, """
            SELECT 'payout ' || p.id || ' is still ' || p.status
            FROM payout p LEFT JOIN simulated_rail_payout r ON r.reference = p.reference
            WHERE p.status NOT IN ('completed', 'rejected', 'reversed') AND coalesce(r.script, '') <> 'stuck'
            """, """
            SELECT 'withdrawal ' || id || ' is still ' || status
            FROM withdrawal WHERE status NOT IN ('completed', 'rejected', 'reversed')
            """, """
            SELECT 'nonces of ' || h.network || ' are given out up to ' || h.next_nonce || ', and used are '
                || count(t.hash)
            FROM hot_wallet h
            LEFT JOIN simulated_outgoing o ON o.network = h.network AND o.wallet = h.address
            LEFT JOIN simulated_tx t ON t.hash = o.hash AND t.state = 'mined'
            GROUP BY h.network, h.address, h.next_nonce HAVING count(t.hash) <> h.next_nonce
            """, """
            SELECT 'event ' || f.id || ' (' || f.kind || ') is ' || coalesce(r.status, 'not on record')
            FROM fact f LEFT JOIN webhook_record r ON r.event_id = f.id
            WHERE r.status IS DISTINCT FROM 'delivered' AND f.kind <> 'SettlementSkipped'
            """, "SELECT 'fact ' || id || ' has no number' FROM fact_inbox");

    /// People are told of what was skipped, in the dashboard; integrators' servers are not.
    private static final String EVENTS = "SELECT id FROM fact WHERE kind <> 'SettlementSkipped'";

    private static final String READER = "invariants";
    private static final int FACTS = 1000;

    private final Platform platform;
    private final Receiver receiver;

    /// The facts of deposits that have somewhere to go. SQL cannot tell: snapshots are sealed.
    private final Set<String> targeted = new LinkedHashSet<>();

    Invariants(Platform platform, Receiver receiver) {
        this.platform = platform;
        this.receiver = receiver;
    }

    List<String> always() {
        follow();
        return platform.db().transact(tx -> {
            List<String> faults = new ArrayList<>(platform.ledger().audit(tx));
            faults.addAll(breaches(tx, ALWAYS));
            return faults;
        });
    }

    List<String> atTheEnd() {
        follow();
        return platform.db().transact(tx -> {
            List<String> faults = breaches(tx, AT_THE_END);
            for (String event : tx.sql().createQuery(EVENTS).mapTo(String.class).list()) {
                if (!receiver.got(event)) {
                    faults.add("event " + event + " never reached its receiver");
                }
            }
            return faults;
        });
    }

    private void follow() {
        Set<Class<? extends FactBody>> kinds = Set.of(DepositCompleted.class);
        while (platform.facts().follow(READER, kinds, FACTS, this::remember)) {
            continue;
        }
    }

    private void remember(Transaction tx, List<Fact> completed) {
        for (Fact fact : completed) {
            DepositSnapshot deposit =
                    platform.facts().body(fact, DepositCompleted.class).deposit();
            if (deposit.settleTo().isPresent() || deposit.settleToAddress().isPresent()) {
                targeted.add(fact.id().value());
            }
        }
    }

    private List<String> breaches(Transaction tx, List<String> rules) {
        String all = String.join(
                " UNION ALL ", rules.stream().map(rule -> "(" + rule + ")").toList());
        return tx.sql()
                .createQuery(all)
                .bindArray("targeted", String.class, List.copyOf(targeted))
                .mapTo(String.class)
                .list();
    }
}
