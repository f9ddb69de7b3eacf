package dev.offramp.payouts;

import dev.offramp.money.Fiat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The catalogue of banks, read once from `banks.txt` beside this class.
public final class Banks {

    private final Map<BankId, Bank> byId;

    private Banks(Map<BankId, Bank> byId) {
        this.byId = byId;
    }

    public static Banks create() {
        try (InputStream file = Objects.requireNonNull(Banks.class.getResourceAsStream("banks.txt"))) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Banks read(String text) {
        Map<BankId, Bank> byId = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Bank bank = bank(line);
            if (byId.put(bank.id(), bank) != null) {
                throw new IllegalArgumentException("two banks have the id " + bank.id());
            }
        });
        return new Banks(byId);
    }

    private static Bank bank(String line) {
        String[] columns = line.strip().split("\\s*\\|\\s*");
        if (columns.length != 4) {
            throw new IllegalArgumentException("not `id | currency | type | name`: " + line);
        }
        return new Bank(
                new BankId(columns[0]),
                Fiat.parse(columns[1]).orElseThrow(() -> new IllegalArgumentException("no currency: " + line)),
                Bank.Type.parse(columns[2]).orElseThrow(() -> new IllegalArgumentException("no type: " + line)),
                columns[3]);
    }

    /// The banks that are paid in `currency`, in the order clients see; none for dollars.
    public List<Bank> in(Fiat currency) {
        return byId.values().stream()
                .filter(bank -> bank.currency() == currency)
                .toList();
    }

    /// The bank of this id as a client sends it; empty when there is none.
    public Optional<Bank> find(String id) {
        return byId.values().stream()
                .filter(bank -> bank.id().value().equals(id))
                .findFirst();
    }

    public Optional<Bank> find(BankId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
