// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// Answers its symbol as `bytes32`, as tokens did before the standard.
contract OldToken {
    bytes32 public constant symbol = "MKR";
    uint8 public constant decimals = 18;
}
