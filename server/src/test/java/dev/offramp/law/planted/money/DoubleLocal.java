package dev.offramp.law.planted.money;

final class DoubleLocal {
    private DoubleLocal() {}

    static int half(int units) {
        double half = units / 2;
        return (int) half;
    }
}
