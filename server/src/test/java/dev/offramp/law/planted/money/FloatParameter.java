package dev.offramp.law.planted.money;

interface FloatParameter {
    void pay(String to, float amount, int times);
}
