package dev.offramp.wire.withdrawal;

/// The answer to a bank withdrawal that was accepted.
public record ReceivedWithdrawalJson(String id, String status) {}
