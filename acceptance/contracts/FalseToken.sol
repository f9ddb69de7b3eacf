// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// A token like some old ones: what it will not do it answers with `false`, and the transaction succeeds.
contract FalseToken {
    string public constant name = "False";
    string public constant symbol = "FALSE";
    uint8 public constant decimals = 6;

    mapping(address => uint256) public balanceOf;

    function mint(address[] calldata owners, uint256 units) external {
        for (uint256 i = 0; i < owners.length; i++) {
            balanceOf[owners[i]] += units;
        }
    }

    function transfer(address, uint256) external pure returns (bool) {
        return false;
    }
}
