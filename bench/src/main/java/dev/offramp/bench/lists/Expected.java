package dev.offramp.bench.lists;

import java.util.List;
import java.util.stream.LongStream;

/// The right answer, worked out from the rows' numbers.
record Expected(String name, List<String> ids, long total) {

    static Expected of(Question question, long rows) {
        long[] matching = LongStream.rangeClosed(1, rows)
                .map(n -> question.isAscending() ? n : rows + 1 - n)
                .filter(question.matches())
                .toArray();
        List<String> ids = LongStream.of(matching)
                .skip(question.query().skip())
                .limit(question.query().size())
                .mapToObj("%024x"::formatted)
                .toList();
        return new Expected(question.name(), ids, matching.length);
    }
}
