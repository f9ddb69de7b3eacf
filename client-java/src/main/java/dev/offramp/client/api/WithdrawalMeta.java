// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * As the API answers it: WithdrawalMeta.
 *
 * @param bankId Bank withdrawals only: the bank's id in the bank list.
 * @param accountNumber Bank withdrawals only.
 * @param fee In the withdrawal's currency.
 * @param autoSettlement Whether a deposit was settled by it.
 */
public record WithdrawalMeta(
        Optional<String> bankId,
        Optional<String> accountNumber,
        BigDecimal fee,
        boolean autoSettlement) {}
