package dev.offramp.conversions;

import dev.offramp.db.Transaction;
import java.math.BigDecimal;

/// SQL of the table `conversion`.
final class ConversionStore {

    private static final String INSERT = """
            INSERT INTO conversion (
                id, integration, environment, sold_currency, sold, bought_currency, bought, rate, rate_source, rated_at,
                made_at)
            VALUES (
                :id, :integration, :environment, :soldCurrency, :sold, :boughtCurrency, :bought, :rate, :rateSource,
                :ratedAt, :at)
            """;

    void insert(Transaction tx, Conversion conversion) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", conversion.id().value())
                .bind("integration", conversion.tenant().integration().toString())
                .bind("environment", conversion.tenant().environment().code())
                .bind("soldCurrency", conversion.from().code())
                .bind("sold", new BigDecimal(conversion.sold().units()))
                .bind("boughtCurrency", conversion.to().code())
                .bind("bought", new BigDecimal(conversion.bought().units()))
                .bind("rate", conversion.rate().rate().value())
                .bind("rateSource", conversion.rate().source())
                .bind("ratedAt", conversion.rate().at())
                .bind("at", conversion.at())
                .execute();
    }
}
