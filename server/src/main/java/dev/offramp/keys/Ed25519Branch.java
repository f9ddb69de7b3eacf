package dev.offramp.keys;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// SLIP-10: `purpose'/coin'/i'`, with a last step `0'` where the family's wallets have one. All steps are hardened, so
/// there is no branch of public keys alone.
///
/// @param above the path of `coin`, in words for people
record Ed25519Branch(String above, Slip10Key coin, boolean change) implements Branch {

    static Ed25519Branch of(Seed seed, int purpose, int coin) {
        return of(seed, purpose, coin, false);
    }

    static Ed25519Branch withChange(Seed seed, int purpose, int coin) {
        return of(seed, purpose, coin, true);
    }

    private static Ed25519Branch of(Seed seed, int purpose, int coin, boolean change) {
        Slip10Key key = Slip10Key.master(seed.bytes()).hardened(purpose).hardened(coin);
        return new Ed25519Branch("m/" + purpose + "'/" + coin + "'", key, change);
    }

    @Override
    public byte[] publicKey(int index) {
        Slip10Key account = coin.hardened(index);
        Slip10Key wallet = change ? account.hardened(0) : account;
        return new Ed25519PrivateKeyParameters(wallet.key(), 0)
                .generatePublicKey()
                .getEncoded();
    }

    @Override
    public String path(int index) {
        return above + "/" + index + (change ? "'/0'" : "'");
    }

    @Override
    public String toString() {
        return "Ed25519Branch";
    }
}
