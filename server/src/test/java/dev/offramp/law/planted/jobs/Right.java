package dev.offramp.law.planted.jobs;

import dev.offramp.law.planted.db.Left;

public interface Right {
    Left left();
}
