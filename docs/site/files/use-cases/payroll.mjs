// Payroll: one balance paid out to many bank accounts. It may be stopped and started again at any point: whoever was
// paid is not paid twice. Node 20, no packages. BASE_URL, APP_ID, APP_SECRET, PIN.
import { randomUUID } from 'node:crypto';

const { BASE_URL, APP_ID, APP_SECRET, PIN } = process.env;
const PATIENCE_MS = 60_000;
const AT_ONCE = 4;

/** Names the run of one month; made once, kept with the payroll. */
const RUN = `payroll-${new Date().toISOString().slice(0, 7)}-${randomUUID().slice(0, 8)}`;

/** In naira. `number` is the employee's, and never changes. */
const PAYROLL = [
  { number: 'E001', bankId: '25', accountNumber: '0123456789', amount: 90_000 },
  { number: 'E002', bankId: '39', accountNumber: '1020304050', amount: 120_000.5 },
  { number: 'E003', bankId: '25', accountNumber: '2020202020', amount: 85_250 },
  { number: 'E004', bankId: '39', accountNumber: '0000000001', amount: 70_000 }, // Ends in 0001: will be rejected.
  { number: 'E005', bankId: '25', accountNumber: '0000000009', amount: 64_000 }, // Ends in 0009: has no name.
];

class ApiError extends Error {
  constructor(status, body, requestId) {
    super(`${status} ${body.message} ${JSON.stringify(body.errors ?? [])} (request ${requestId})`);
    this.status = status;
    this.reason = body.message;
  }
}

class LostAnswer extends Error {}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One request. Whatever keeps its answer from us is a LostAnswer: it may have taken effect, or not. */
async function once(method, path, body, key) {
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
  } catch (cause) {
    throw new LostAnswer(`${method} ${path} has no answer`, { cause });
  }
  if (!response.ok) {
    const error = new ApiError(response.status, answer, response.headers.get('x-request-id'));
    error.retryAfter = Number(response.headers.get('retry-after') ?? 1);
    throw error;
  }
  return answer.data;
}

/** The same request, under the same key, until there is an answer that decides something. */
async function api(method, path, body, key = randomUUID(), send = once) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(method, path, body, key);
    } catch (error) {
      const isBusy =
        error instanceof ApiError &&
        ([429, 503].includes(error.status) || error.reason === 'request with this key is in progress');
      if (attempt === 5 || !(isBusy || error instanceof LostAnswer)) throw error;
      await sleep(isBusy ? error.retryAfter * 1000 : 200 * attempt);
    }
  }
}

async function balance() {
  const { fiatWallets } = await api('GET', '/users/fetch-integration');
  return fiatWallets.find((wallet) => wallet.currency === 'ngn').balance;
}

async function savedBank({ bankId, accountNumber }) {
  try {
    return await api('POST', '/payments/banks/add', { id: bankId, accountNumber, narration: 'Salary' });
  } catch (refused) {
    if (!(refused instanceof ApiError) || refused.reason !== 'bank account already exists') throw refused;
    const filter = encodeURIComponent(`bankId:${bankId},accountNumber:${accountNumber}`);
    const [bank] = await api('GET', `/payments/integration-banks?filter=${filter}`);
    return bank;
  }
}

/** The name by which a salary is paid once, whatever happens to us. It is made of what we know after any crash. */
const externalIdOf = (employee) => `${RUN}-${employee.number}`;

async function pay(employee, send = once) {
  const bank = await savedBank(employee);
  const externalId = externalIdOf(employee);
  try {
    const body = { amount: employee.amount, pin: PIN, narration: 'Salary', externalId };
    // The idempotency key is new: under an old one a refusal such as "insufficient balance" would be given again, even
    // when there is money by now. The externalId is what lets nobody be paid twice.
    return await api('POST', `/payments/withdraw/bank/${bank.id}`, body, randomUUID(), send);
  } catch (refused) {
    // A wrong PIN is wrong for all: four more tries would freeze the account.
    if (['invalid pin', 'account is frozen', 'transaction pin is not set'].includes(refused.reason)) {
      refused.isForAll = true;
    }
    throw refused;
  }
}

/** Pays everybody, a few at a time. One who cannot be paid keeps nobody else waiting. */
async function payAll(employees, sendOf = () => once) {
  const refused = new Map();
  const waiting = [...employees];
  const worker = async () => {
    for (let employee = waiting.shift(); employee; employee = waiting.shift()) {
      try {
        await pay(employee, sendOf(employee));
      } catch (error) {
        if (!(error instanceof ApiError) || error.isForAll) throw error;
        refused.set(employee.number, error.reason);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return refused;
}

/** What became of a salary: asked by our own name, until it is final. */
async function outcome(employee) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const withdrawal = await api('GET', `/payments/withdrawal/${encodeURIComponent(externalIdOf(employee))}`);
    if (['completed', 'rejected', 'reversed'].includes(withdrawal.status)) return withdrawal;
    await sleep(500);
  }
  throw new Error(`${employee.number} is not final after ${PATIENCE_MS / 1000} s`);
}

/** In production customers pay in; here the sandbox makes a deposit up that becomes the float. */
async function fund(dollars) {
  const asset = (await api('GET', '/trades/assets')).find((one) => one.identifier === 'SOL_USDC_JKVK');
  const wallet = await api('POST', `/trades/sell/assets/${asset.id}/generate-address`, { label: RUN });
  const trade = await api('POST', '/trades/sell/mock-trade', {
    walletAddress: wallet.address,
    asset: asset.identifier,
    amountInUSD: dollars,
    cryptoReceived: dollars,
    reference: RUN,
    txHash: RUN,
  });
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const now = await api('GET', `/trades/transactions/${trade.id}`);
    if (now.status === 'completed') return now;
    await sleep(500);
  }
  throw new Error('the deposit was not credited');
}

/** Sends, and loses the first answer: the server has done it, and we do not know. */
function losingTheFirstAnswer() {
  let isFirst = true;
  return async (...request) => {
    const answer = await once(...request);
    if (isFirst) {
      isFirst = false;
      throw new LostAnswer('the connection broke before the answer came');
    }
    return answer;
  };
}

async function main() {
  const deposit = await fund(400);
  console.log(`Run ${RUN}: the float grew by ${deposit.amount} ${deposit.currency}`);

  const before = await balance();
  const total = PAYROLL.reduce((sum, one) => sum + Math.round(one.amount * 100), 0) / 100;
  if (before < total) throw new Error(`the balance is ${before}, the payroll ${total}: nothing is paid`);
  console.log(`Balance ${before}, payroll ${total}`);

  const refused = await payAll(PAYROLL, ({ number }) => (number === 'E002' ? losingTheFirstAnswer() : once));
  console.log('E002: the answer was lost, the request sent again under the same key');
  for (const [number, reason] of refused) console.log(`${number}: refused, "${reason}"`);

  const accepted = PAYROLL.filter((one) => !refused.has(one.number));
  let left = 0;
  for (const employee of accepted) {
    const withdrawal = await outcome(employee);
    if (withdrawal.status === 'completed') {
      left += Math.round(employee.amount * 100);
      console.log(`${employee.number}: completed, ${withdrawal.payoutAmount} arrive of ${withdrawal.amount}`);
    } else {
      console.log(`${employee.number}: ${withdrawal.status}, "${withdrawal.reason}"; the money is on the balance again`);
    }
  }

  // As after a crash: the whole run once more, by a program that remembers nothing but the list.
  await payAll(accepted);
  const ids = new Set();
  for (const employee of accepted) ids.add((await outcome(employee)).id);
  const filter = accepted.map((employee) => `externalId:${externalIdOf(employee)}`).join(',');
  const listed = await api('GET', `/payments/withdrawals?size=200&filter=${encodeURIComponent(filter)}`);
  if (listed.length !== accepted.length || ids.size !== accepted.length) {
    throw new Error(`${accepted.length} salaries, ${listed.length} withdrawals`);
  }
  console.log(`Run again: still ${listed.length} withdrawals for ${accepted.length} salaries`);

  const after = await balance();
  console.log(`Balance ${after}: ${left / 100} left it`);
  console.log('Done');
}

await main();
