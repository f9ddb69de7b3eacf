// A wallet app: every customer has a permanent address that pays on to the customer's own bank account.
// Node 20, no packages. BASE_URL, APP_ID, APP_SECRET, PIN, WEBHOOK_SECRET; WEBHOOK_PORT for a receiver of webhooks.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { BASE_URL, APP_ID, APP_SECRET, PIN, WEBHOOK_SECRET, WEBHOOK_PORT } = process.env;
const PATIENCE_MS = 60_000;
const RUN = randomUUID().slice(0, 8);

// ---- The API ---------------------------------------------------------------------------------------------------

class ApiError extends Error {
  constructor(status, body, requestId) {
    super(`${status} ${body.message} ${JSON.stringify(body.errors ?? [])} (request ${requestId})`);
    this.status = status;
    this.reason = body.message;
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What changes something carries a key, so that it can be sent again after a lost answer and takes effect once. */
async function api(method, path, body, key = randomUUID()) {
  for (let attempt = 1; ; attempt++) {
    let response;
    let answer;
    try {
      response = await fetch(BASE_URL + path, {
        method,
        headers: {
          'x-app-id': APP_ID,
          'x-app-secret': APP_SECRET,
          'X-Breet-Env': 'development',
          'Content-Type': 'application/json',
          ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      answer = await response.json();
    } catch (lost) {
      if (attempt === 5) throw lost;
      await sleep(500 * attempt);
      continue;
    }
    if (response.ok) return answer.data;
    const isBusy = [429, 503].includes(response.status) || answer.message === 'request with this key is in progress';
    if (!isBusy || attempt === 5) throw new ApiError(response.status, answer, response.headers.get('x-request-id'));
    await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

// ---- Webhooks: they say when to look; the API says what is so --------------------------------------------------

const seen = new Set();
const told = [];
let wakeUp = () => {};

function isGenuine(headers, body) {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64');
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  const expected = Buffer.from(`v1,${digest}`);
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const receiver = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isGenuine(request.headers, body)) {
    response.writeHead(401).end();
    return;
  }
  response.writeHead(200).end();
  const event = JSON.parse(body);
  if (!seen.has(event.eventId)) {
    seen.add(event.eventId);
    told.push(event);
    wakeUp();
  }
});

/** Asks until there is an answer: at once after a webhook, else every second. */
async function until(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await Promise.race([sleep(1000), new Promise((resolve) => (wakeUp = resolve))]);
  }
  throw new Error(`${what} did not happen within ${PATIENCE_MS / 1000} s`);
}

// ---- The app ---------------------------------------------------------------------------------------------------

/** Names of people are compared by their words: banks turn them round and write them in capitals. */
function isSameName(a, b) {
  const words = (name) => name.toUpperCase().split(/[^\p{L}]+/u).filter(Boolean).sort().join(' ');
  return words(a) === words(b);
}

async function onboard(customer, asset) {
  const account = await api('POST', '/payments/banks/validate', {
    id: customer.bankId,
    accountNumber: customer.accountNumber,
  });
  if (!isSameName(account.accountName, customer.name)) {
    throw new Error(`${customer.id}: the account is ${account.accountName}'s, not ${customer.name}'s`);
  }
  const wallet = await addressOf(customer, asset);
  console.log(`${customer.id}: ${account.bankName} ${customer.accountNumber} is ${account.accountName}; address ${wallet.address}`);
  return { ...customer, wallet };
}

/** One address for each customer and asset. Asked for again, it is found by its label. */
async function addressOf(customer, asset) {
  try {
    return await api('POST', `/trades/sell/assets/${asset.id}/generate-address`, {
      label: customer.id,
      bankId: customer.bankId,
      accountNumber: customer.accountNumber,
      narration: 'Wallet payout',
      autoSettlement: true,
    });
  } catch (refused) {
    if (!(refused instanceof ApiError) || !refused.reason.endsWith('already exists in your wallets')) throw refused;
    const label = customer.id.replace(/[\\,]/g, '\\$&');
    const filter = encodeURIComponent(`label:${label},asset:${asset.id}`);
    const [wallet] = await api('GET', `/trades/wallets?filter=${filter}`);
    return wallet;
  }
}

/** In production the customer sends coins; here the sandbox makes the deposit up. */
function receive(customer, dollars) {
  const name = `${customer.id}-${randomUUID().slice(0, 8)}`;
  return api('POST', '/trades/sell/mock-trade', {
    walletAddress: customer.wallet.address,
    asset: 'SOL_USDC_JKVK',
    amountInUSD: dollars,
    cryptoReceived: dollars,
    reference: name,
    txHash: name,
  });
}

const credited = (trade) =>
  until(`crediting ${trade.id}`, async () => {
    const now = await api('GET', `/trades/transactions/${trade.id}`);
    if (now.status === 'flagged' || now.status === 'deleted') throw new Error(`${now.id} is ${now.status}: ${now.reason}`);
    return now.status === 'completed' ? now : undefined;
  });

const isFinal = (withdrawal) => ['completed', 'rejected', 'reversed'].includes(withdrawal?.status);

const settled = (trade) =>
  until(`settling ${trade.id}`, async () => {
    const [withdrawal] = await api('GET', `/payments/withdrawals?filter=trade:${trade.id}`);
    return isFinal(withdrawal) ? withdrawal : undefined;
  });

/** The money of a payout that came back is on our balance: it goes to the account that the customer names now. */
async function payAgain(customer, trade, failed, newAccount) {
  await api('PUT', `/trades/wallets/${customer.wallet.id}/bank`, newAccount);
  const bank = await savedBank(newAccount);
  const externalId = `again-${trade.id}`; // The same after a crash, so that the customer is paid once.
  await api('POST', `/payments/withdraw/bank/${bank.id}`, { amount: failed.amount, pin: PIN, externalId });
  return until(`paying ${externalId}`, async () => {
    const withdrawal = await api('GET', `/payments/withdrawal/${encodeURIComponent(externalId)}`);
    return isFinal(withdrawal) ? withdrawal : undefined;
  });
}

async function savedBank(account) {
  try {
    return await api('POST', '/payments/banks/add', account);
  } catch (refused) {
    if (!(refused instanceof ApiError) || refused.reason !== 'bank account already exists') throw refused;
    const filter = `bankId:${account.id},accountNumber:${account.accountNumber}`;
    const [bank] = await api('GET', `/payments/integration-banks?filter=${encodeURIComponent(filter)}`);
    return bank;
  }
}

async function main() {
  if (WEBHOOK_PORT) {
    await new Promise((resolve) => receiver.listen(Number(WEBHOOK_PORT), '127.0.0.1', resolve));
    console.log(`Receiving webhooks on port ${WEBHOOK_PORT}`);
  } else {
    console.log('No WEBHOOK_PORT: asking the API every second instead');
  }

  const asset = (await api('GET', '/trades/assets')).find((one) => one.identifier === 'SOL_USDC_JKVK');
  console.log(`Customers receive ${asset.symbol} on ${asset.network}, at least ${asset.minimum} dollars`);

  const ada = await onboard(
    { id: `ada-${RUN}`, name: 'Danjuma Ama', bankId: '25', accountNumber: '0123456789' },
    asset,
  );
  await onboard(ada, asset); // A repeat, as after a crash: the same address.

  const trade = await credited(await receive(ada, 59));
  console.log(`${ada.id}: 59 dollars at ${trade.rate} less ${trade.feeAmount} are ${trade.amount} ${trade.currency}`);
  const payout = await settled(trade);
  if (payout.status !== 'completed') throw new Error(`the payout is ${payout.status}: ${payout.reason}`);
  console.log(`${ada.id}: ${payout.payoutAmount} ${payout.currency} have arrived, ${payout.fee} were the fee`);

  // Accounts that end in 0001 are refused by the sandbox's rail: what that looks like, and what to do.
  const { accountName } = await api('POST', '/payments/banks/validate', { id: '39', accountNumber: '0000000001' });
  const musa = await onboard(
    { id: `musa-${RUN}`, name: accountName, bankId: '39', accountNumber: '0000000001' },
    asset,
  );
  const second = await credited(await receive(musa, 75));
  const failed = await settled(second);
  console.log(`${musa.id}: the payout is ${failed.status}, "${failed.reason}"; its money is on our balance`);
  const paid = await payAgain(musa, second, failed, { id: '39', accountNumber: '2233445566' });
  console.log(`${musa.id}: paid again to ${paid.meta.accountNumber}: ${paid.status}, ${paid.payoutAmount} ${paid.currency}`);
  if (paid.status !== 'completed') throw new Error(`paid again, and ${paid.status}`);

  if (WEBHOOK_PORT) {
    const about = (id, name) => told.some((event) => event.id === id && event.event === name);
    await until('the webhook of the payout', async () => about(payout.id, 'withdrawal.completed') || undefined);
    console.log(`${told.length} webhooks received, each once and each with its signature`);
    receiver.close();
    receiver.closeAllConnections();
  }
  console.log('Done');
}

await main();
