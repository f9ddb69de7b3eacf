package dev.offramp.chains.evm;

import java.util.Locale;

/// What a node answers to one question.
sealed interface RpcAnswer<T> {

    record Found<T>(T value) implements RpcAnswer<T> {}

    /// `null`: the node knows no such thing.
    record Nothing<T>() implements RpcAnswer<T> {}

    /// An error object, or an HTTP status in place of an answer.
    record Refused<T>(long code, String message) implements RpcAnswer<T> {

        private static final long METHOD_NOT_FOUND = -32601;
        private static final long METHOD_NOT_SUPPORTED = -32004;
        private static final long EXECUTION_REVERTED = 3;

        /// Whether the node does not have this method, or not for us. Other errors pass, this one stays. Nodes say it
        /// in many ways; "not found" alone is not one of them (a block may be not found).
        boolean isMethodMissing() {
            String words = message.toLowerCase(Locale.ROOT);
            boolean isAboutMethod = words.contains("method")
                    && (words.contains("not ") || words.contains("unsupported") || words.contains("unknown"));
            return code == METHOD_NOT_FOUND || code == METHOD_NOT_SUPPORTED || isAboutMethod || isHttpRefusal();
        }

        private boolean isHttpRefusal() {
            return code == 401 || code == 403 || code == 404 || code == 405 || code == 501;
        }

        /// Whether a contract was called and did not return.
        boolean isReverted() {
            String words = message.toLowerCase(Locale.ROOT);
            return code == EXECUTION_REVERTED
                    || words.contains("revert")
                    || words.contains("invalid opcode")
                    || words.contains("out of gas");
        }

        String reason() {
            return message.isEmpty() ? "error " + code : message + " (" + code + ")";
        }
    }
}
