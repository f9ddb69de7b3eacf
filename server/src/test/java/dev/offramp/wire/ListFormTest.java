package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.ListQuery.Filter;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the query of a list means, and what is said of one that means nothing (decision 13).
class ListFormTest {

    private static final ListForm FORM =
            ListForm.of(ListedTable.of("thing", ListSort.CREATED_AT, ListSort.text("label", "label"))
                    .filteredBy(
                            ListField.code("status", "status", "pending", "completed"),
                            ListField.id("wallet", "wallet"),
                            ListField.whole("vaultId", "vault"),
                            ListField.text("label", "label")));

    @Test
    void asksForTheFirstTenOfAllUnlessSaidOtherwise() {
        for (String query : List.of(
                "",
                "page=&size=&sort=&filter=&search=&startDate=&endDate=&exports=",
                "page=undefined&size=null&sort=null&filter=undefined&search=null&startDate=undefined&exports=null",
                "colour=red&Sort=label&limit=5")) {
            assertThat(read(query)).as(query).isEqualTo(ListQuery.page(1, 10));
        }
    }

    @Test
    void readsEveryPart() {
        ListQuery query = read("page=3&size=200&sort=-label&search=ada&startDate=2026-01-31"
                + "&endDate=2026-02-01T00:30:00.5%2B01:00&filter=status:Pending,wallet:66F0a1b2c3d4e5f607182930");

        assertThat(query)
                .isEqualTo(new ListQuery(
                        3,
                        200,
                        Optional.of(new ListQuery.Order("label", true)),
                        List.of(new Filter("status", "Pending"), new Filter("wallet", "66F0a1b2c3d4e5f607182930")),
                        Optional.of("ada"),
                        Optional.of(Instant.parse("2026-01-31T00:00:00Z")),
                        Optional.of(Instant.parse("2026-01-31T23:30:00.5Z"))));
    }

    @Test
    void takesAPlusSignThatWasNotEncoded() {
        assertThat(read("startDate=2026-02-01T01:00:00+01:00").from()).contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            label:a:b          | a:b
            label: a           | ` a`
            label:a\\,b        | a,b
            label:a\\\\b       | a\\b
            label:             | ``
            label:\\            | \\
            """)
    void takesAValueAsItIs(String filter, String value) {
        assertThat(read("filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                        .filters())
                .containsExactly(new Filter("label", value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort=amount               | {sort=[sort must be one of createdAt, label, or one of them after a minus]}
            sort=--label              | {sort=[sort must be one of createdAt, label, or one of them after a minus]}
            sort=created_at           | {sort=[sort must be one of createdAt, label, or one of them after a minus]}
            filter=amount:5           | {filter=[filter must name one of status, wallet, vaultId, label]}
            filter=status             | {filter=[filter must be field:value]}
            filter=status:pending,    | {filter=[filter must be field:value]}
            filter=:pending           | {filter=[filter must name one of status, wallet, vaultId, label]}
            filter=status:open        | {filter=[status must be one of pending, completed]}
            filter=wallet:7           | {filter=[wallet must be a valid id]}
            filter=vaultId:-1         | {filter=[vaultId must be a whole number]}
            filter=label:%00          | {filter=[label must be at most 255 characters]}
            filter=status:x,colour:y  | {filter=[status must be one of pending, completed, filter must name one of status, wallet, vaultId, label]}
            search=%00                | {search=[search must contain printable characters only]}
            startDate=yesterday       | {startDate=[startDate must be an ISO 8601 date or time]}
            startDate=2026-02-30      | {startDate=[startDate must be an ISO 8601 date or time]}
            endDate=2026-02-01T00:00  | {endDate=[endDate must be an ISO 8601 date or time]}
            endDate=%2B999999-01-01T00:00:00Z | {endDate=[endDate must be an ISO 8601 date or time]}
            exports=yes               | {exports=[exports must be true or false]}
            page=0&size=201           | {page=[page must be at least 1], size=[size must be at most 200]}
            """)
    void saysWhatIsWrong(String query, String reasons) {
        FormReading reading = FORM.form().read(QueryString.read(query).orElseThrow());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FormReading.Invalid.class,
                        invalid -> assertThat(invalid.reasons()).hasToString(reasons));
    }

    @Test
    void hasABoundOnTheNumberOfValues() {
        String many = "filter=" + String.join(",", java.util.Collections.nCopies(21, "status:pending"));
        assertThat(FORM.form().read(QueryString.read(many).orElseThrow())).isInstanceOf(FormReading.Invalid.class);
        String fewer = many.substring(0, many.lastIndexOf(','));
        assertThat(read(fewer).filters()).hasSize(20);
    }

    @Test
    void tellsAnExportFromAPage() {
        assertThat(FORM.isExport(values("exports=true"))).isTrue();
        assertThat(FORM.isExport(values("exports=false"))).isFalse();
        assertThat(FORM.isExport(values(""))).isFalse();
    }

    private static ListQuery read(String query) {
        return FORM.query(values(query));
    }

    private static Values values(String query) {
        return ((FormReading.Filled) FORM.form().read(QueryString.read(query).orElseThrow())).values();
    }
}
