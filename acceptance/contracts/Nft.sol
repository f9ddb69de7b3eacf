// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// Emits Transfer with the same first topic as a token, and a fourth one.
contract Nft is ERC721("Picture", "PIC") {
    function mint(address to, uint256 id) external {
        _mint(to, id);
    }
}
