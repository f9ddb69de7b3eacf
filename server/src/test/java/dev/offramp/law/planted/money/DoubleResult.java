package dev.offramp.law.planted.money;

interface DoubleResult {
    double amount(String of);
}
