/// Real EVM networks, read from their nodes and sent on through them, over JSON-RPC.
///
/// Owns [EvmChain][dev.offramp.chains.evm.EvmChain] (the port to read, answered by a network's nodes in the order
/// of the settings) with its sender (the port to send: [EvmSender][dev.offramp.chains.evm.EvmSender]), the networks
/// file ([EvmNetworks][dev.offramp.chains.evm.EvmNetworks]) and all that is particular to EVM: hex quantities,
/// checksummed addresses, logs, receipts, call frames. No database, no memory of what was read.
///
/// Words: a **head** is a node's own tip; a **move** is a transfer before it knows its transaction; a **frame** is one
/// call inside a transaction's trace.
///
/// Invariants: all answers that make up one block come from one node, and after the header they are asked for **by
/// block hash**; answers that name another hash are a contradiction and so Trouble. A token transfer's position is its
/// ordinal among all logs of its own transaction, a coin transfer's `value` or its call path: both survive a move to
/// another block. Frames under one that failed move nothing; DELEGATECALL, CALLCODE and STATICCALL never do. A list
/// of logs is never believed to be empty against the block's bloom without its receipts.
///
/// Sending: a transaction follows from payment, nonce and price alone ([Fees][dev.offramp.chains.evm.Fees] says how
/// one number is two), is good for one chain, goes to all nodes, and counts as in a block by a receipt whose block
/// is on the best branch of the node that tells of it.
///
/// Not seen: validator withdrawals, block rewards and fees (credited by no transaction), and, where the nodes offer
/// no call traces, coins that a contract passed on.
///
/// Only `app` names this room.
@NullMarked
package dev.offramp.chains.evm;

import org.jspecify.annotations.NullMarked;
