package dev.offramp.chains.evm;

import dev.offramp.db.Trouble;

/// How a node stood when it was last looked at.
sealed interface Standing {

    Node node();

    record Up(Node node, Head head) implements Standing {}

    record Down(Node node, Trouble trouble) implements Standing {}

    /// It serves another chain than the settings say.
    record Astray(Node node, long chainId) implements Standing {}

    static Standing of(Node node, long chainId) {
        try {
            long found = node.chainId();
            return found == chainId ? new Up(node, node.head()) : new Astray(node, found);
        } catch (Trouble trouble) {
            return new Down(node, trouble);
        }
    }
}
