import { createHmac, timingSafeEqual } from 'node:crypto';
import { DECIMALS, type Event, EVENTS } from './api.js';
import { read } from './json.js';

const PREFIX = 'whsec_';
const TOLERANCE_SECONDS = 5 * 60;

/** An event of a name that this client does not know: the probe of a new endpoint, or one of a newer server. */
export interface UnknownEvent {
  event: undefined;
  name: string;
  eventId: string;
  body: unknown;
}

/** A request's headers: those of node:http, or of fetch. */
export type IncomingHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>;

/**
 * Says whether a delivery is genuine, unchanged and recent, and reads it. Give it the bytes as they came, before any
 * parser. The signature is that of Standard Webhooks: `v1`, HMAC-SHA-256 over `id.timestamp.body`.
 */
export class WebhookVerifier {
  readonly #key: Buffer;
  readonly #now: () => number;

  /**
   * @param secret the webhook secret, `whsec_` and all
   * @param now milliseconds since 1970
   */
  constructor(secret: string, now: () => number = Date.now) {
    if (!secret.startsWith(PREFIX)) {
      throw new TypeError(`a webhook secret starts with ${PREFIX}`);
    }
    this.#key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    this.#now = now;
  }

  /**
   * What was told; undefined when it is not from the server, was changed on its way, or is older than five minutes:
   * answer 401 then. Else answer 200 before you work, and do the work once for each `eventId`.
   */
  event(headers: IncomingHeaders, body: Uint8Array): Event | UnknownEvent | undefined {
    return this.#isGenuine(headers, body) ? understood(Buffer.from(body).toString('utf8')) : undefined;
  }

  #isGenuine(headers: IncomingHeaders, body: Uint8Array): boolean {
    const id = header(headers, 'webhook-id');
    const timestamp = header(headers, 'webhook-timestamp');
    if (id === '' || !/^\d{1,12}$/.test(timestamp)) {
      return false;
    }
    if (Math.abs(this.#now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) {
      return false;
    }
    const digest = createHmac('sha256', this.#key).update(`${id}.${timestamp}.`).update(body).digest('base64');
    const expected = Buffer.from(`v1,${digest}`);
    // While one secret replaces another there are two signatures, with a space between them.
    return header(headers, 'webhook-signature').split(' ').some((signature) => {
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  }
}

function header(headers: IncomingHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : '';
}

function understood(text: string): Event | UnknownEvent {
  const body = read(text, DECIMALS) as Record<string, unknown> | null;
  const name = String(body?.['event'] ?? '');
  return EVENTS.has(name)
    ? (body as unknown as Event)
    : { event: undefined, name, eventId: String(body?.['eventId'] ?? ''), body };
}
