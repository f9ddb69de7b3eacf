package dev.offramp.law.planted.webhooks;

import dev.offramp.law.planted.deposits.Seen;
import java.util.List;

interface Generic {
    List<? extends Seen> seen();
}
