package dev.offramp.payouts;

import dev.offramp.db.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the rails of a batch of payouts, with no transaction open.
final class RailCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RailCalls.class);

    private final Rails rails;
    private final RailLooks looks;

    RailCalls(Rails rails, RailLooks looks) {
        this.rails = rails;
        this.looks = looks;
    }

    /// What came of asking.
    ///
    /// @param troubles why some have no answer, or one that tells nothing
    record Asked(Map<PayoutId, Rail.Answer> answers, Map<PayoutId, String> troubles) {}

    /// Sends these payouts. Every one gets an answer: what cannot be told is `Unknown`.
    Map<PayoutId, Rail.Answer> submit(List<Payout> payouts) {
        Map<PayoutId, Rail.Answer> answers = new HashMap<>();
        byRail(payouts).forEach((rail, its) -> {
            Map<PayoutReference, Rail.Submission> said = submit(rail, its);
            for (Payout payout : its) {
                answers.put(payout.id(), said.getOrDefault(payout.reference(), new Rail.Submission.Unknown()));
            }
        });
        return answers;
    }

    private Map<PayoutReference, Rail.Submission> submit(Rail rail, List<Payout> payouts) {
        try {
            Map<PayoutReference, Rail.Submission> said =
                    rail.submit(payouts.stream().map(Payout::order).toList());
            looks.answered(payouts);
            return said;
        } catch (Trouble trouble) {
            looks.troubled(payouts, trouble.getMessage());
            LOG.warn("{} payouts may or may not have reached the rail: {}", payouts.size(), trouble.getMessage());
            return Map.of();
        }
    }

    /// Asks how these payouts stand. One the rail never heard of, and has never acknowledged, is sent again under the
    /// same reference. Those that could not be asked are missing from the answer.
    Asked ask(List<Payout> payouts) {
        Map<PayoutId, Rail.Answer> answers = new HashMap<>();
        Map<PayoutId, String> troubles = new HashMap<>();
        List<Payout> lost = new ArrayList<>();
        payouts.forEach(payout -> troubles.put(payout.id(), "no rail serves " + payout.currency()));
        byRail(payouts).forEach((rail, its) -> {
            its.forEach(payout -> troubles.remove(payout.id()));
            Map<PayoutReference, Rail.Standing> said = query(rail, its, troubles);
            for (Payout payout : its) {
                Rail.Standing standing = said.get(payout.reference());
                if (standing instanceof Rail.Standing.NotFound && payout.state().maySubmit()) {
                    lost.add(payout);
                } else if (standing != null) {
                    answers.put(payout.id(), standing);
                }
            }
        });
        answers.putAll(submit(lost));
        return new Asked(answers, troubles);
    }

    private Map<PayoutReference, Rail.Standing> query(Rail rail, List<Payout> payouts, Map<PayoutId, String> troubles) {
        Set<PayoutReference> references =
                payouts.stream().map(Payout::reference).collect(Collectors.toSet());
        try {
            Map<PayoutReference, Rail.Standing> said = rail.query(references);
            looks.answered(payouts);
            return said;
        } catch (Trouble trouble) {
            looks.troubled(payouts, trouble.getMessage());
            payouts.forEach(payout -> troubles.put(payout.id(), trouble.getMessage()));
            LOG.warn("{} payouts could not be asked about: {}", payouts.size(), trouble.getMessage());
            return Map.of();
        }
    }

    /// Payouts whose rail is gone from the settings are left out: nothing can be said of them.
    private Map<Rail, List<Payout>> byRail(List<Payout> payouts) {
        Map<Rail, List<Payout>> byRail = new LinkedHashMap<>();
        for (Payout payout : payouts) {
            rails.serving(payout.tenant().environment(), payout.currency())
                    .ifPresentOrElse(
                            rail -> byRail.computeIfAbsent(rail, _ -> new ArrayList<>())
                                    .add(payout),
                            () -> LOG.warn("{} waits for a rail", payout));
        }
        return byRail;
    }
}
