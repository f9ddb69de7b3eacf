package dev.offramp.law.planted.money;

interface DoubleArray {
    void pay(double[] amounts);
}
