// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// Every way a contract can pass on coins, and some that only look so.
contract CoinMover {
    receive() external payable {}

    /// Paid two calls down.
    function nested(address payable to, uint256 value) external payable {
        this.forward{value: value}(to);
    }

    function forward(address payable to) external payable {
        (bool paid,) = to.call{value: msg.value}("");
        require(paid, "not paid");
    }

    /// The code of `forward` in our own name: only its inner call moves coins.
    function delegated(address payable to) external payable {
        (bool done,) = address(this).delegatecall(abi.encodeCall(this.forward, (to)));
        require(done, "not done");
    }

    /// Pays in a call that fails and is caught; then, of the same coins, half for real.
    function failedThenHalf(address payable to) external payable {
        try this.forwardAndFail{value: msg.value}(to) {
            revert("it should have failed");
        } catch {
            (bool paid,) = to.call{value: msg.value / 2}("");
            require(paid, "not paid");
        }
    }

    function forwardAndFail(address payable to) external payable {
        (bool paid,) = to.call{value: msg.value}("");
        require(paid, "not paid");
        revert("and taken back");
    }

    /// A contract made with coins, which leaves them to `heir` and is gone.
    function bequeath(address payable heir) external payable {
        new Testator{value: msg.value}(heir);
    }

    /// The same at an address known before.
    function bequeathAt(bytes32 salt, address payable heir) external payable {
        new Testator{value: msg.value, salt: salt}(heir);
    }

    /// Made with coins, and keeps them.
    function endow(bytes32 salt) external payable {
        new Purse{value: msg.value, salt: salt}();
    }
}

contract Testator {
    constructor(address payable heir) payable {
        selfdestruct(heir);
    }
}

contract Purse {
    constructor() payable {}
}
