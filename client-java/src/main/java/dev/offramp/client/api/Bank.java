// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * As the API answers it: Bank.
 *
 * @param id Goes into requests; not the code of any clearing house.
 * @param type What kind of institution it is.
 */
public record Bank(
        String id,
        String name,
        String slug,
        String country,
        String currency,
        String type,
        Optional<String> avatar,
        Optional<String> monnifyCode,
        Optional<String> redbillerCode,
        Optional<String> anchorCode,
        Optional<String> palmpayCode) {}
