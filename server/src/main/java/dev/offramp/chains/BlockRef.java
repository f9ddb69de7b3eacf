package dev.offramp.chains;

/// A block named by both height and hash; the height alone means nothing across a reorganisation.
public record BlockRef(long height, BlockHash hash) {}
