// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// A token like Tether on Ethereum: six decimals, and `transfer` returns nothing, against ERC-20.
contract UsdtLike {
    string public constant name = "Tether USD";
    string public constant symbol = "USDT";
    uint8 public constant decimals = 6;

    mapping(address => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function mint(address[] calldata owners, uint256 units) external {
        for (uint256 i = 0; i < owners.length; i++) {
            balanceOf[owners[i]] += units;
            emit Transfer(address(0), owners[i], units);
        }
    }

    function transfer(address to, uint256 units) external {
        require(balanceOf[msg.sender] >= units, "too little");
        balanceOf[msg.sender] -= units;
        balanceOf[to] += units;
        emit Transfer(msg.sender, to, units);
    }
}
