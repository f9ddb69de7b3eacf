package dev.offramp.law.planted.deposits;

import dev.offramp.law.planted.chains.evm.Node;

record NamesAnAdapter(Node node) {}
