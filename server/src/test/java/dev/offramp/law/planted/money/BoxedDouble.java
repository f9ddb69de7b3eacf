package dev.offramp.law.planted.money;

import java.util.Optional;

interface BoxedDouble {
    Optional<Double> amount();
}
