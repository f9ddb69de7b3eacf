// From nothing to the first credited deposit: an address, a deposit that is made up, what it became, and a webhook.
//
//   export BASE_URL=http://localhost:8080/v1 APP_ID=... APP_SECRET=... WEBHOOK_SECRET=...
//   npm run quickstart

import assert from 'node:assert/strict';
import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Offramp, Refused, WebhookVerifier } from './dist/index.js';

const { BASE_URL: baseUrl, APP_ID: appId, APP_SECRET: appSecret, WEBHOOK_SECRET: secret } = process.env;
const offramp = new Offramp({ baseUrl, appId, appSecret });
const name = `quickstart-${randomUUID()}`;

const usdc = (await offramp.listAssets()).find((asset) => asset.identifier === 'SOL_USDC_JKVK');
const wallet = await offramp.generateAddress(usdc.id, { label: name });
console.log('address', wallet.address);

const made = await offramp.makeMockTrade({
  walletAddress: wallet.address,
  asset: 'SOL_USDC_JKVK',
  amountInUSD: '59.10',
  cryptoReceived: '59.10',
  reference: name,
  txHash: name,
});
let trade = await offramp.showTrade(made.id);
while (trade.status === 'pending') {
  await pause(500);
  trade = await offramp.showTrade(made.id);
}
assert.equal(trade.status, 'completed');
assert.equal(typeof trade.amount, 'string', 'amounts are text, so that none is rounded');
console.log('deposit', trade.status, trade.amount, trade.currency);

// The same change under the same key is made once.
const key = `bank-${randomUUID()}`;
const account = { id: '25', accountNumber: `0${randomInt(10_000_000, 99_999_999)}0` };
const first = await offramp.under(key).addBank(account);
assert.deepEqual(await offramp.under(key).addBank(account), first);
console.log('bank', first.accountName);

// A list is gone through page by page.
const seen = [];
for await (const one of offramp.listTrades({ size: 1, sort: '-createdAt' })) {
  seen.push(one.id);
}
assert.ok(seen.includes(made.id));

try {
  await offramp.generateAddress(usdc.id, { label: '' });
} catch (refused) {
  assert.ok(refused instanceof Refused);
  console.log('refused', refused.status, refused.message, refused.fields, 'request', refused.requestId);
}

// What your receiver does. The delivery is made here; a real one comes from the server.
const body = Buffer.from('{"event":"trade.completed","eventId":"e1","amountInUSD":59.10}');
const stamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
  .update(`e1.${stamp}.`)
  .update(body)
  .digest('base64');
const headers = { 'webhook-id': 'e1', 'webhook-timestamp': stamp, 'webhook-signature': `v1,${signature}` };
const verifier = new WebhookVerifier(secret);
const event = verifier.event(headers, body);
assert.equal(event?.amountInUSD, '59.10');
assert.equal(verifier.event(headers, Buffer.concat([body, Buffer.from(' ')])), undefined);
console.log('webhook', event.event, event.eventId);
