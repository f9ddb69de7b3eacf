import { createHmac, timingSafeEqual } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether a delivery is genuine, unchanged and recent.
 *
 * @param {string} secret the webhook secret, `whsec_` and all
 * @param {Object<string, string>} headers by lower-case name, as node:http has them
 * @param {Buffer} body the bytes as they came, before any JSON parser
 */
export function verify(secret, headers, body) {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const signatures = headers['webhook-signature'] ?? '';
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) {
    return false;
  }
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) {
    return false;
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  const expected = Buffer.from(`v1,${digest}`);
  // While one secret replaces another there are two signatures, with a space between them.
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  const headers = {
    'webhook-id': process.env.WEBHOOK_ID,
    'webhook-timestamp': process.env.WEBHOOK_TIMESTAMP,
    'webhook-signature': process.env.WEBHOOK_SIGNATURE,
  };
  const isValid = verify(process.env.WEBHOOK_SECRET ?? '', headers, Buffer.concat(chunks));
  console.log(isValid ? 'valid' : 'invalid');
  process.exitCode = isValid ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
