package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void readsPairsAndDecodesThem() {
        assertThat(QueryString.read("a=1&label=a%20b+c&x%5B0%5D=%E1%BB%8D"))
                .contains(Map.of(
                        "a", new Sent.Untyped("1"), "label", new Sent.Untyped("a b c"), "x[0]", new Sent.Untyped("ọ")));
    }

    @Test
    void countsUndefinedNullAndEmptyAsNothing() {
        assertThat(QueryString.read("a=undefined&b=null&c=&d").orElseThrow().values())
                .containsOnly(new Sent.Nothing());
    }

    @Test
    void takesTheFirstOfARepeatedKey() {
        assertThat(QueryString.read("a=1&a=2")).contains(Map.of("a", new Sent.Untyped("1")));
    }

    @Test
    void refusesABadPercentSign() {
        assertThat(QueryString.read("a=%zz")).isEmpty();
        assertThat(QueryString.read("a=%2")).isEmpty();
        assertThat(QueryString.read("%=1")).isEmpty();
        assertThat(QueryString.read("a=%-1")).isEmpty();
    }

    @Test
    void survivesOddForms() {
        assertThat(QueryString.read("&&=&==&a==b")).isPresent();
    }
}
