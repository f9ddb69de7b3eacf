package dev.offramp.chains.evm;

import dev.offramp.chains.evm.EvmBlock.Head;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A network's nodes in the order of the settings. Every so often all are looked at: those that are away or lag
/// behind the others are passed over until the next look, and one on another chain stops the network, because then
/// the settings are wrong and no answer can be trusted. A question is put to one node as a whole and, if that is in
/// trouble, as a whole to the next.
final class Nodes {

    /// How a node stood when it was last looked at.
    sealed interface Standing {

        Node node();

        record Up(Node node, Head head) implements Standing {}

        record Down(Node node, Trouble trouble) implements Standing {}

        /// It serves another chain than the settings say.
        record Astray(Node node, long chainId) implements Standing {}

        static Standing of(Node node, long chainId) {
            try {
                long found = node.chainId();
                return found == chainId ? new Up(node, node.head()) : new Astray(node, found);
            } catch (Trouble trouble) {
                return new Down(node, trouble);
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    private static final Duration LAG_MAX = Duration.ofMinutes(1);
    private static final Duration UNTIL_MENDED = Duration.ofSeconds(30);

    private record Ranking(Instant at, List<Node> usable) {}

    private final List<Node> all;
    private final long chainId;
    private final InstantSource clock;
    private volatile Ranking ranking = new Ranking(Instant.MIN, List.of());

    Nodes(List<Node> all, long chainId, InstantSource clock) {
        this.all = List.copyOf(all);
        this.chainId = chainId;
        this.clock = clock;
    }

    /// How each node stands now, by how it is spoken of: what is wrong with it, or nothing.
    Map<String, Optional<String>> faults() {
        Map<String, Optional<String>> faults = new LinkedHashMap<>();
        for (Standing standing : standings()) {
            faults.put(standing.node().toString(), fault(standing));
        }
        return faults;
    }

    private Optional<String> fault(Standing standing) {
        return switch (standing) {
            case Standing.Up _ -> Optional.empty();
            case Standing.Down down -> Optional.of(down.trouble().getMessage());
            case Standing.Astray astray -> Optional.of(paused(astray).getMessage());
        };
    }

    <T> T ask(Function<Node, T> question) {
        List<Trouble> troubles = new ArrayList<>();
        for (Node node : usable()) {
            try {
                return question.apply(node);
            } catch (Trouble trouble) {
                troubles.add(trouble);
                passOver(node);
            }
        }
        throw together(troubles);
    }

    /// Puts something to every usable node at once and answers what each says; those in trouble are left out, unless
    /// all are.
    <T> List<T> askEach(Function<Node, T> question) {
        List<Node> usable = usable();
        List<Trouble> troubles = new ArrayList<>();
        List<T> answers = new ArrayList<>();
        for (Told<T> told : Abreast.ask(
                usable.size(),
                usable.stream()
                        .<Callable<Told<T>>>map(node -> () -> Told.by(node, question))
                        .toList())) {
            told.answer().ifPresent(answers::add);
            told.trouble().ifPresent(troubles::add);
        }
        if (answers.isEmpty()) {
            throw together(troubles);
        }
        troubles.forEach(trouble -> LOG.warn("{}; other nodes were told", trouble.getMessage()));
        return answers;
    }

    /// One of the two.
    private record Told<T>(Optional<T> answer, Optional<Trouble> trouble) {

        static <T> Told<T> by(Node node, Function<Node, T> question) {
            try {
                return new Told<>(Optional.of(question.apply(node)), Optional.empty());
            } catch (Trouble trouble) {
                return new Told<>(Optional.empty(), Optional.of(trouble));
            }
        }
    }

    private static Trouble together(List<Trouble> troubles) {
        if (troubles.size() == 1) {
            return troubles.getFirst();
        }
        String all = troubles.stream().map(Trouble::getMessage).collect(Collectors.joining("; "));
        Duration soonest = troubles.stream()
                .map(Trouble::retryAfter)
                .min(Duration::compareTo)
                .orElseThrow();
        return new Trouble(all, soonest);
    }

    /// The next one serves from here on, until the next look; the last one stays.
    private synchronized void passOver(Node node) {
        List<Node> others =
                ranking.usable().stream().filter(other -> !other.equals(node)).toList();
        if (!others.isEmpty()) {
            ranking = new Ranking(ranking.at(), others);
        }
    }

    private List<Node> usable() {
        return isFresh() ? ranking.usable() : look();
    }

    private boolean isFresh() {
        Ranking last = ranking;
        return !last.usable().isEmpty() && clock.instant().isBefore(last.at().plus(LOOK_EVERY));
    }

    private synchronized List<Node> look() {
        if (!isFresh()) {
            ranking = new Ranking(clock.instant(), rank(standings()));
        }
        return ranking.usable();
    }

    private List<Node> rank(List<Standing> standings) {
        List<Standing.Up> up = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        for (Standing standing : standings) {
            switch (standing) {
                case Standing.Up answering -> up.add(answering);
                case Standing.Down away -> troubles.add(away.trouble());
                case Standing.Astray astray -> throw paused(astray);
            }
        }
        if (up.isEmpty()) {
            throw together(troubles);
        }
        troubles.forEach(trouble -> LOG.warn("{}; another node stands in", trouble.getMessage()));
        return abreast(up);
    }

    private Trouble paused(Standing.Astray astray) {
        return new Trouble(
                astray.node() + " serves chain " + astray.chainId() + " but the settings say " + chainId
                        + ": this network is paused until that is mended",
                UNTIL_MENDED);
    }

    private static List<Node> abreast(List<Standing.Up> up) {
        Instant newest = up.stream()
                .map(node -> node.head().minedAt())
                .max(Instant::compareTo)
                .orElseThrow();
        List<Node> abreast = new ArrayList<>();
        for (Standing.Up node : up) {
            if (node.head().minedAt().isBefore(newest.minus(LAG_MAX))) {
                LOG.warn(
                        "{} lags behind at block {} and is passed over",
                        node.node(),
                        node.head().ref().height());
            } else {
                abreast.add(node.node());
            }
        }
        return abreast;
    }

    private List<Standing> standings() {
        return Abreast.ask(
                all.size(),
                all.stream()
                        .<Callable<Standing>>map(node -> () -> Standing.of(node, chainId))
                        .toList());
    }
}
