// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * What `setMarkup` takes.
 *
 * @param markupPercent At most 2 decimals.
 */
public record SetMarkupBody(
        BigDecimal markupPercent) {

    /** With what must be there. */
    public static SetMarkupBody of(BigDecimal markupPercent) {
        return new SetMarkupBody(markupPercent);
    }
}
