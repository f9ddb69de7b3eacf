// Prints, as JSON, the addresses of published mnemonics in both environments by libraries that share no code with
// ours. `npm ci`, then `node addresses.mjs > ../../server/src/test/resources/dev/offramp/keys/addresses.json`.

import { createBase58check, base58, hex } from '@scure/base';
import { HDKey as Bip32 } from '@scure/bip32';
import { entropyToMnemonic, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { p2pkh, p2wpkh, NETWORK, TEST_NETWORK } from '@scure/btc-signer';
import { WalletContractV4 } from '@ton/ton';
import cashaddr from 'cashaddrjs';
import { createHash } from 'node:crypto';
import { HDKey as Slip10 } from 'micro-key-producer/slip10.js';
import { addr as ethereum } from 'micro-eth-signer';

const sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hash160 = (bytes) => new Uint8Array(createHash('ripemd160').update(sha256(bytes)).digest());

const MNEMONICS = [
  entropyToMnemonic(new Uint8Array(16), wordlist),
  entropyToMnemonic(new Uint8Array(32), wordlist),
  entropyToMnemonic(new Uint8Array(32).fill(0x7f), wordlist),
  entropyToMnemonic(sha256(new TextEncoder().encode('offramp')), wordlist),
];
const INDICES = [0, 1, 2, 99, 100_000, 2 ** 31 - 1];

const LITECOIN = { bech32: 'ltc', pubKeyHash: 48, scriptHash: 50, wif: 176 };
const LITECOIN_TEST = { bech32: 'tltc', pubKeyHash: 111, scriptHash: 58, wif: 239 };
const DOGECOIN = { bech32: '', pubKeyHash: 30, scriptHash: 22, wif: 158 };
const DOGECOIN_TEST = { bech32: '', pubKeyHash: 113, scriptHash: 196, wif: 241 };

const key = (seed, path) => Bip32.fromMasterSeed(seed).derive(path).publicKey;
const coinType = (test, coin) => (test ? 1 : coin);

const evm = (publicKey) => ethereum.fromPublicKey(publicKey);
const tron = (publicKey) =>
  createBase58check(sha256).encode(Uint8Array.from([0x41, ...hex.decode(evm(publicKey).slice(2).toLowerCase())]));

const edwards = (seed, path) => Slip10.fromMasterSeed(seed).derive(path, true).publicKeyRaw;
const ton = (publicKey, test) =>
  WalletContractV4.create({ workchain: 0, publicKey: Buffer.from(publicKey), walletId: 698983191 })
    .address.toString({ bounceable: false, urlSafe: true, testOnly: test });

const FAMILIES = {
  BITCOIN: (seed, test, i) =>
    p2wpkh(key(seed, `m/84'/${coinType(test, 0)}'/0'/0/${i}`), test ? TEST_NETWORK : NETWORK).address,
  LITECOIN: (seed, test, i) =>
    p2wpkh(key(seed, `m/84'/${coinType(test, 2)}'/0'/0/${i}`), test ? LITECOIN_TEST : LITECOIN).address,
  DOGECOIN: (seed, test, i) =>
    p2pkh(key(seed, `m/44'/${coinType(test, 3)}'/0'/0/${i}`), test ? DOGECOIN_TEST : DOGECOIN).address,
  BITCOIN_CASH: (seed, test, i) =>
    cashaddr.encode(
      test ? 'bchtest' : 'bitcoincash', 'P2PKH', hash160(key(seed, `m/44'/${coinType(test, 145)}'/0'/0/${i}`))),
  EVM: (seed, test, i) => evm(key(seed, `m/44'/60'/0'/0/${i}`)),
  TRON: (seed, test, i) => tron(key(seed, `m/44'/195'/0'/0/${i}`)),
  SOLANA: (seed, test, i) => base58.encode(edwards(seed, `m/44'/501'/${i}'/0'`)),
  TON: (seed, test, i) => ton(edwards(seed, `m/44'/607'/${i}'`), test),
};

const ofFamilies = (seed, test) =>
  Object.fromEntries(
    Object.entries(FAMILIES).map(([family, address]) => [family, INDICES.map((i) => address(seed, test, i))]));

const seeds = MNEMONICS.map((mnemonic) => {
  const seed = mnemonicToSeedSync(mnemonic);
  return { mnemonic, addresses: { DEVELOPMENT: ofFamilies(seed, true), PRODUCTION: ofFamilies(seed, false) } };
});
process.stdout.write(JSON.stringify({ indices: INDICES, seeds }, null, 1) + '\n');
