package dev.offramp.chains.evm;

import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import java.time.Instant;

/// A block's name and time, without what is in it.
record Head(BlockRef ref, Instant minedAt) {

    static final Shape<Head> SHAPE = Shape.of(HeadJson.class, HeadJson::head);

    private record HeadJson(String number, String hash, String timestamp) {

        Head head() {
            return new Head(
                    new BlockRef(Hex.number(number), new BlockHash(Hex.hash(hash))),
                    Instant.ofEpochSecond(Hex.number(timestamp)));
        }
    }
}
