// Reads a delivery from standard input and its headers from the environment, and says what it is: a check of the check.

import { WebhookVerifier } from './dist/index.js';

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
const headers = {
  'webhook-id': process.env.WEBHOOK_ID,
  'webhook-timestamp': process.env.WEBHOOK_TIMESTAMP,
  'webhook-signature': process.env.WEBHOOK_SIGNATURE,
};
const event = new WebhookVerifier(process.env.WEBHOOK_SECRET ?? '').event(headers, Buffer.concat(chunks));
console.log(event === undefined ? 'invalid' : 'valid');
process.exitCode = event === undefined ? 1 : 0;
