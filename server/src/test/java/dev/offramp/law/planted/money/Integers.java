package dev.offramp.law.planted.money;

import java.math.BigDecimal;
import java.util.function.Function;

final class Integers {
    private Integers() {}

    static long sum(int[] numbers, Function<BigDecimal, Long> field, boolean find) {
        long sum = find ? field.apply(BigDecimal.ONE) : 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
