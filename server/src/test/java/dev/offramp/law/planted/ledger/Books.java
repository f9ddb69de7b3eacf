package dev.offramp.law.planted.ledger;

public final class Books {
    public static final int DECIMALS = 2;

    private Books() {}

    public static void close() {}
}
