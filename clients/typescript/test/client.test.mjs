// What a client does when a server is slow, busy or away, on answers that are made up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoAnswer, Offramp, Refused } from '../dist/index.js';

const ACCESS = { baseUrl: 'http://localhost:1/v1/', appId: 'app', appSecret: 'secret' };

function scripted(...answers) {
  const asked = [];
  const pauses = [];
  let keys = 0;
  const around = {
    fetch: async (url, init) => {
      asked.push({ url, ...init });
      const next = answers.shift();
      if (next instanceof Error) {
        throw next;
      }
      return next;
    },
    pause: async (milliseconds) => pauses.push(milliseconds),
    newKey: () => `key-${++keys}`,
  };
  return { offramp: new Offramp(ACCESS, around), asked, pauses };
}

function answer(status, body, headers = {}) {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

function success(data, meta = '{}') {
  return answer(200, `{"success":true,"message":"","data":${data},"meta":${meta},"summary":{},"stats":{}}`);
}

test('repeats a change under the same key after a lost answer, 429 and 503', async () => {
  const { offramp, asked, pauses } = scripted(
    new TypeError('fetch failed'),
    answer(429, {}, { 'Retry-After': '7' }),
    answer(503, 'busy'),
    success('{"id":"1","status":"pending"}'),
  );
  const received = await offramp.withdrawToBank('b', { amount: '0.10', pin: '1234' });

  assert.equal(received.id, '1');
  assert.deepEqual(new Set(asked.map((one) => one.headers['Idempotency-Key'])), new Set(['key-1']));
  assert.deepEqual(pauses, [500, 7000, 2000]);
  assert.equal(asked[0].body, '{"amount":0.10,"pin":"1234"}');
});

test('asks without a key for what changes nothing', async () => {
  const { offramp, asked } = scripted(success('[]'));
  await offramp.listBanks('ngn');
  assert.equal(asked[0].url, 'http://localhost:1/v1/payments/banks?currency=ngn');
  assert.equal(asked[0].headers['Idempotency-Key'], undefined);
});

test('keeps numbers exact in both directions', async () => {
  const { offramp, asked } = scripted(success('{"rate":1605.120000000000000001,"cryptoAmount":1}'));
  const quote = await offramp.calculateRate('a', { amountInUSD: '123456789012345.12345678' });
  assert.equal(quote.rate, '1605.120000000000000001');
  assert.equal(quote.cryptoAmount, '1');
  assert.equal(asked[0].body, '{"amountInUSD":123456789012345.12345678}');
  await assert.rejects(offramp.calculateRate('a', { amountInUSD: 'much' }), TypeError);
});

test('says what was refused, and does not repeat it', async () => {
  const { offramp, asked } = scripted(
    answer(422, { success: false, message: 'validation errors', errors: { label: ['label is required'] } }, { 'X-Request-Id': 'r1' }),
  );
  await assert.rejects(offramp.generateAddress('a', { label: '' }), (refused) => {
    assert.ok(refused instanceof Refused);
    assert.deepEqual([refused.status, refused.message, refused.requestId], [422, 'validation errors', 'r1']);
    assert.deepEqual(refused.fields, { label: ['label is required'] });
    return true;
  });
  assert.equal(asked.length, 1);
});

test('hands the key over when there is no answer', async () => {
  const { offramp } = scripted(...Array.from({ length: 5 }, () => new TypeError('fetch failed')));
  await assert.rejects(offramp.under('mine').deleteBank('b'), (lost) => lost instanceof NoAnswer && lost.idempotencyKey === 'mine');
});

test('goes through a list and gives what moved to the next page once', async () => {
  const pages = (page, more) => `{"page":${page},"hasNextPage":${more}}`;
  const { offramp, asked } = scripted(
    success('[{"id":"3"},{"id":"2"}]', pages(1, true)),
    success('[{"id":"2"},{"id":"1"}]', pages(2, false)),
  );
  const ids = [];
  for await (const bank of offramp.listSavedBanks({ size: 2 })) {
    ids.push(bank.id);
  }
  assert.deepEqual(ids, ['3', '2', '1']);
  assert.equal(asked[1].url, 'http://localhost:1/v1/payments/integration-banks?size=2&page=2');
});
