package dev.offramp.acceptance.anvil;

/// The contracts of `acceptance/contracts` that tests deploy.
public enum TestContract {
    /// 6 decimals, symbol `USDT`, `transfer` returns nothing.
    USDT_LIKE("UsdtLike"),
    /// 18 decimals, symbol `USDC`, by the book.
    USDC_WITH_18_DECIMALS("UsdcWith18Decimals"),
    /// 6 decimals and symbol `USDT`, and not Tether.
    FAKE_USDT("FakeUsdt"),
    /// 6 decimals; `transfer` answers `false` and moves nothing.
    FALSE_TOKEN("FalseToken"),
    /// 18 decimals, symbol `MKR` as `bytes32`.
    OLD_TOKEN("OldToken"),
    /// Four-topic transfers: `mint(address,uint256)`.
    NFT("Nft"),
    /// Coins and tokens to many in one transaction.
    BATCH_PAYER("BatchPayer"),
    /// Coins passed on in every way a contract can.
    COIN_MOVER("CoinMover");

    private final String code;

    TestContract(String code) {
        this.code = code;
    }

    /// Its name in Solidity.
    public String code() {
        return code;
    }
}
