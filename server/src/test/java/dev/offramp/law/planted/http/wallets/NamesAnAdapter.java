package dev.offramp.law.planted.http.wallets;

import dev.offramp.law.planted.payouts.simulated.Rail;

record NamesAnAdapter(Rail rail) {}
