// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// A token by the book, with 18 decimals.
contract UsdcWith18Decimals is ERC20("USD Coin", "USDC") {
    function mint(address[] calldata owners, uint256 units) external {
        for (uint256 i = 0; i < owners.length; i++) {
            _mint(owners[i], units);
        }
    }
}

/// Not Tether, though it says so: the right symbol at another contract.
contract FakeUsdt is ERC20("Tether USD", "USDT") {
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address[] calldata owners, uint256 units) external {
        for (uint256 i = 0; i < owners.length; i++) {
            _mint(owners[i], units);
        }
    }
}
