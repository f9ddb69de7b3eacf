package dev.offramp.law.planted.money;

class DoubleField {
    double amount;
}
