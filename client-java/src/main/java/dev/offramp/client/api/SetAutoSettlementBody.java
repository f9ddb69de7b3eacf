// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * What `setAutoSettlement` takes.
 */
public record SetAutoSettlementBody(
        boolean autoSettlement) {

    /** With what must be there. */
    public static SetAutoSettlementBody of(boolean autoSettlement) {
        return new SetAutoSettlementBody(autoSettlement);
    }
}
