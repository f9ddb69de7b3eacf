package dev.offramp.chains;

import java.time.Instant;
import java.util.List;

/// One block with every transfer of value in it that took effect: any sender, any recipient, known token or not.
///
/// @param minedAt the block's own time stamp
public record ChainBlock(BlockRef ref, BlockHash parent, Instant minedAt, List<Transfer> transfers) {}
