package dev.offramp.chains.evm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A block made up for a [ScriptedNode], in the JSON of a real one.
///
/// @param isBloomFull whether the bloom holds everything, or nothing
record FakeBlock(long height, String hash, String parent, boolean isBloomFull, List<FakeTx> txs) {

    static final String SENDER = "0x" + "a1".repeat(20);
    static final String TOKEN = "0x" + "70".repeat(20);

    /// @param calls the frames below the top-level one, as JSON
    record FakeTx(
            String hash,
            Optional<String> to,
            BigInteger value,
            boolean isSuccess,
            List<FakeLog> logs,
            List<Map<String, Object>> calls) {

        static FakeTx logging(int number, FakeLog... logs) {
            return new FakeTx(id(number), Optional.of(TOKEN), BigInteger.ZERO, true, List.of(logs), List.of());
        }

        static FakeTx paying(int number, String to, long wei) {
            return new FakeTx(id(number), Optional.of(to), BigInteger.valueOf(wei), true, List.of(), List.of());
        }

        FakeTx calling(Map<String, Object> frame) {
            return new FakeTx(hash, to, value, isSuccess, logs, List.of(frame));
        }

        FakeTx failed() {
            return new FakeTx(hash, to, value, false, List.of(), calls);
        }
    }

    record FakeLog(String address, List<String> topics, String data) {

        static FakeLog transfer(String to, long units) {
            return new FakeLog(TOKEN, List.of(TokenMove.TOPIC, word(SENDER), word(to)), word(hex(units)));
        }

        static FakeLog other() {
            return new FakeLog(TOKEN, List.of(id(99)), "0x");
        }
    }

    static String id(int number) {
        return "0x" + String.format("%064x", number);
    }

    static String address(int number) {
        return "0x" + String.format("%040x", number);
    }

    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    static String word(String hex) {
        return "0x" + "0".repeat(66 - hex.length()) + hex.substring(2);
    }

    /// Block `height` of a branch.
    static FakeBlock of(char branch, long height, FakeTx... txs) {
        return new FakeBlock(height, hash(branch, height), hash(branch, height - 1), true, List.of(txs));
    }

    static String hash(char branch, long height) {
        return "0x" + String.valueOf(branch).repeat(48) + String.format("%016x", height);
    }

    FakeBlock withEmptyBloom() {
        return new FakeBlock(height, hash, parent, false, txs);
    }

    FakeBlock withParent(String other) {
        return new FakeBlock(height, hash, other, isBloomFull, txs);
    }

    Map<String, Object> json(boolean isFull) {
        return Map.of(
                "number",
                hex(height),
                "hash",
                hash,
                "parentHash",
                parent,
                "timestamp",
                hex(1_800_000_000L + 12 * height),
                "logsBloom",
                "0x" + (isBloomFull ? "ff" : "00").repeat(256),
                "transactions",
                isFull
                        ? txs.stream().map(FakeBlock::txJson).toList()
                        : txs.stream().map(FakeTx::hash).toList());
    }

    private static Map<String, Object> txJson(FakeTx tx) {
        Map<String, Object> json = new HashMap<>(Map.of(
                "hash", tx.hash(), "from", SENDER, "value", "0x" + tx.value().toString(16), "gas", "0x5208"));
        json.put("to", tx.to().orElse(null));
        return json;
    }

    List<Map<String, Object>> receipts() {
        List<Map<String, Object>> receipts = new ArrayList<>();
        int logIndex = 0;
        for (FakeTx tx : txs) {
            List<Map<String, Object>> logs = new ArrayList<>();
            for (FakeLog log : tx.logs()) {
                logs.add(logJson(tx, log, logIndex++));
            }
            receipts.add(Map.of(
                    "transactionHash",
                    tx.hash(),
                    "blockHash",
                    hash,
                    "blockNumber",
                    hex(height),
                    "transactionIndex",
                    hex(receipts.size()),
                    "status",
                    tx.isSuccess() ? "0x1" : "0x0",
                    "contractAddress",
                    tx.to().isPresent() ? "" : address(0xc0ffee),
                    "logs",
                    logs));
        }
        return receipts.stream().map(FakeBlock::withoutBlanks).toList();
    }

    private static Map<String, Object> withoutBlanks(Map<String, Object> json) {
        Map<String, Object> rest = new HashMap<>(json);
        rest.values().removeIf(""::equals);
        return rest;
    }

    private Map<String, Object> logJson(FakeTx tx, FakeLog log, int logIndex) {
        return Map.of(
                "address", log.address(),
                "topics", log.topics(),
                "data", log.data(),
                "blockHash", hash,
                "transactionHash", tx.hash(),
                "logIndex", hex(logIndex),
                "removed", false);
    }

    /// What `eth_getLogs` with the Transfer topic tells of it.
    List<Object> transferLogs() {
        List<Object> logs = new ArrayList<>();
        for (Map<String, Object> receipt : receipts()) {
            for (Object log : (List<?>) receipt.get("logs")) {
                List<?> topics = (List<?>) ((Map<?, ?>) log).get("topics");
                if (topics.contains(TokenMove.TOPIC)) {
                    logs.add(log);
                }
            }
        }
        return logs;
    }

    List<Map<String, Object>> trace() {
        return txs.stream()
                .map(tx -> Map.<String, Object>of("txHash", tx.hash(), "result", frame(tx)))
                .toList();
    }

    private static Map<String, Object> frame(FakeTx tx) {
        Map<String, Object> frame = new HashMap<>(Map.of(
                "type",
                "CALL",
                "from",
                SENDER,
                "to",
                tx.to().orElse(address(0xc0ffee)),
                "value",
                "0x" + tx.value().toString(16),
                "calls",
                tx.calls()));
        if (!tx.isSuccess()) {
            frame.put("error", "execution reverted");
        }
        return frame;
    }
}
