package dev.offramp.app;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Looks for a text in every column of every table, as somebody would who has stolen the database: as it is, in
/// hexadecimal and in Base64, inside of binary columns too.
final class Traces {

    /// Indexes hold nothing that their tables do not.
    private static final String COLUMNS = """
            SELECT format('%I.%I', table_schema, table_name) AS relation, column_name AS name,
                   CASE data_type WHEN 'bytea' THEN format('encode(%I, ''escape'')', column_name)
                                  ELSE format('%I::text', column_name) END AS text
            FROM information_schema.columns
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
            ORDER BY 1, ordinal_position
            """;

    private static final String IS_IN = "SELECT EXISTS (SELECT FROM %s WHERE lower(%s) LIKE ANY(:patterns))";

    private record Column(String relation, String name, String text) {}

    private Traces() {}

    /// The columns in which it is found: `public.payout.reason`.
    static List<String> of(Database db, String text) {
        return db.transact(tx -> of(tx, patterns(text)));
    }

    private static List<String> of(Transaction tx, List<String> patterns) {
        return tx
                .sql()
                .createQuery(COLUMNS)
                .map((row, context) ->
                        new Column(row.getString("relation"), row.getString("name"), row.getString("text")))
                .list()
                .stream()
                .filter(column -> tx.sql()
                        .createQuery(IS_IN.formatted(column.relation(), column.text()))
                        .bindArray("patterns", String.class, patterns)
                        .mapTo(Boolean.class)
                        .one())
                .map(column -> column.relation() + "." + column.name())
                .toList();
    }

    private static List<String> patterns(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(text, HexFormat.of().formatHex(bytes)));
        // What Base64 makes of it depends on where in a group of three it begins; its ends depend on its neighbours.
        for (int before = 0; before < 3; before++) {
            byte[] moved = Arrays.copyOfRange(bytes, (3 - before) % 3, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(moved);
            forms.add(whole.substring(0, whole.length() - 2));
        }
        return forms.stream()
                .map(form -> "%" + form.toLowerCase(Locale.ROOT) + "%")
                .toList();
    }
}
