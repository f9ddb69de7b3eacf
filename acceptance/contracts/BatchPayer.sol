// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// Pays many in one transaction, as exchanges do: coins where the token is zero, else tokens of its own.
contract BatchPayer {
    using SafeERC20 for IERC20;

    receive() external payable {}

    function pay(address[] calldata tokens, address[] calldata recipients, uint256[] calldata units) public payable {
        for (uint256 i = 0; i < recipients.length; i++) {
            if (tokens[i] == address(0)) {
                (bool paid,) = recipients[i].call{value: units[i]}("");
                require(paid, "not paid");
            } else {
                IERC20(tokens[i]).safeTransfer(recipients[i], units[i]);
            }
        }
    }

    /// All is paid, and then the transaction fails.
    function payAndFail(address[] calldata tokens, address[] calldata recipients, uint256[] calldata units)
        external
        payable
    {
        pay(tokens, recipients, units);
        revert("changed my mind");
    }
}
