// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * As the API answers it: Markup.
 *
 * @param markupPercent From the next credited deposit on: 1 is one percent.
 */
public record Markup(
        BigDecimal markupPercent) {}
