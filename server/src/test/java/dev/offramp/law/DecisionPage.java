package dev.offramp.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of decisions: `## 7. Title`, below it `- 7.3 A rule. → `ATest.method`, `BTest.method``, and the
/// chart of accounts, whose rules carry a letter.
record DecisionPage(List<Part> parts) {

    private static final Pattern TITLE = Pattern.compile("## (?:(\\d+)\\. )?.+");
    private static final Pattern RULE = Pattern.compile("- (\\w+)\\.(\\d+) (.*)");
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)`");

    /// Of the chart of accounts.
    private static final String LETTER = "A";

    private static final String ARROW = "→";

    /// @param name the number of a decision; a letter for what is none
    record Part(String name, boolean isDecision, List<Rule> rules) {}

    /// @param tests as `Class.method`
    record Rule(String part, int number, List<String> tests) {

        @Override
        public String toString() {
            return part + "." + number;
        }
    }

    static DecisionPage read(String text) {
        List<Part> parts = new ArrayList<>();
        for (String line : joined(text)) {
            Matcher title = TITLE.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (title.matches()) {
                boolean isDecision = title.group(1) != null;
                parts.add(new Part(isDecision ? title.group(1) : LETTER, isDecision, new ArrayList<>()));
            } else if (rule.matches()) {
                parts.getLast()
                        .rules()
                        .add(new Rule(rule.group(1), Integer.parseInt(rule.group(2)), tests(rule.group(3))));
            }
        }
        return new DecisionPage(List.copyOf(parts));
    }

    /// A line that begins with blanks goes on from the one before.
    private static List<String> joined(String text) {
        return text.replaceAll("\n +", " ").lines().toList();
    }

    private static List<String> tests(String rule) {
        int arrow = rule.lastIndexOf(ARROW);
        if (arrow < 0) {
            return List.of();
        }
        return TEST.matcher(rule.substring(arrow))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    List<Integer> decisions() {
        return parts.stream()
                .filter(Part::isDecision)
                .map(part -> Integer.parseInt(part.name()))
                .toList();
    }

    List<Rule> rules() {
        return parts.stream().flatMap(part -> part.rules().stream()).toList();
    }

    /// Rules that name no test, or one that is not there.
    List<String> faults(TestNames known) {
        return rules().stream().flatMap(rule -> faults(rule, known)).toList();
    }

    private static Stream<String> faults(Rule rule, TestNames known) {
        return rule.tests().isEmpty()
                ? Stream.of(rule + " names no test")
                : rule.tests().stream()
                        .filter(test -> !known.has(test))
                        .map(test -> rule + " names " + test + ", which is no test");
    }

    /// Each part's rules count from 1 without a gap, and no decision is without one.
    List<String> numberingFaults() {
        return parts.stream().flatMap(DecisionPage::numberingFaults).toList();
    }

    private static Stream<String> numberingFaults(Part part) {
        if (part.rules().isEmpty()) {
            return Stream.of(part.name() + " has no rule");
        }
        List<String> faults = new ArrayList<>();
        int before = 0;
        for (Rule rule : part.rules()) {
            if (rule.number() != before + 1 || !rule.part().equals(part.name())) {
                faults.add(rule + " comes after " + part.name() + "." + before);
            }
            before = rule.number();
        }
        return faults.stream();
    }
}
