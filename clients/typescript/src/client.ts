import { DECIMALS, Operations, type Pages } from './api.js';
import { type ListQuery, type Page, Paged, type Query } from './core.js';
import { NoAnswer, Refused } from './errors.js';
import { read, write } from './json.js';

const TRIES = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/** Answers come within four seconds. */
const LIMIT_MS = 10_000;
const COME_BACK: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** How to reach a server, and as whom. */
export interface Access {
  /** Ends in `/v1`. */
  baseUrl: string;
  appId: string;
  appSecret: string;
  /** `development` when left out. */
  environment?: 'development' | 'production';
}

/** What a client takes of its surroundings; tests hand in others. */
export interface Surroundings {
  fetch: typeof fetch;
  pause: (milliseconds: number) => Promise<void>;
  newKey: () => string;
}

const REAL: Surroundings = {
  fetch: (input, init) => fetch(input, init),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  newKey: () => crypto.randomUUID(),
};

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface Envelope {
  success?: boolean;
  message?: string;
  errors?: Record<string, string[]>;
  data?: unknown;
  meta?: unknown;
}

/**
 * The API of a server, for one business in one environment.
 *
 * Every request that changes something is sent under an idempotency key, a new one for each call unless `under` says
 * which; it is repeated under the same key after a lost answer, 429 and 503, five times in all.
 */
export class Offramp extends Operations {
  readonly #access: Access;
  readonly #around: Surroundings;
  readonly #key: string | undefined;

  constructor(access: Access, around: Surroundings = REAL, key?: string) {
    super();
    this.#access = { ...access, baseUrl: access.baseUrl.replace(/\/$/, '') };
    this.#around = around;
    this.#key = key;
  }

  /**
   * The same server, where every change is made under this key: write it down before you send, and a repetition, even by
   * another process, gets the first answer. A key is for one request.
   */
  under(idempotencyKey: string): Offramp {
    return new Offramp(this.#access, this.#around, idempotencyKey);
  }

  protected override async call<T>(method: string, path: string, query: Query = {}, body?: object): Promise<T> {
    return (await this.#ask(method, path, query, body)).data as T;
  }

  protected override paged<T>(path: string, query: ListQuery): Paged<T> {
    return new Paged<T>(async (page): Promise<Page<T>> => {
      const { data, meta } = await this.#ask('GET', path, { ...query, page });
      return { items: data as T[], pages: meta as Pages };
    }, query.page ?? 1);
  }

  async #ask(method: string, path: string, query: Query, body?: object): Promise<Envelope> {
    const key = method === 'GET' ? undefined : (this.#key ?? this.#around.newKey());
    const answer = await this.#send(method, path + search(query), body, key);
    const envelope = understood(answer.text);
    if (answer.status === 200 && envelope.success === true) {
      return envelope;
    }
    throw new Refused(
      answer.status,
      envelope.message ?? 'the answer is none of the API',
      Array.isArray(envelope.errors) ? {} : (envelope.errors ?? {}),
      answer.headers.get('x-request-id') ?? undefined,
    );
  }

  async #send(method: string, target: string, body: object | undefined, key: string | undefined): Promise<Answer> {
    const headers: Record<string, string> = {
      'x-app-id': this.#access.appId,
      'x-app-secret': this.#access.appSecret,
      'X-Breet-Env': this.#access.environment ?? 'development',
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const content = body === undefined ? null : write(body, DECIMALS);
    for (let tried = 1; ; tried++) {
      let wanted: string | null = null;
      try {
        const answer = await this.#sendOnce(target, { method, headers, body: content });
        if (tried === TRIES || !saysToComeBack(answer)) {
          return answer;
        }
        wanted = answer.headers.get('retry-after');
      } catch (cause) {
        if (tried === TRIES) {
          throw new NoAnswer(`no answer from ${this.#access.baseUrl}`, key, { cause });
        }
      }
      await this.#around.pause(pause(tried, wanted));
    }
  }

  /** The whole answer: one that breaks off in the middle was lost, too. */
  async #sendOnce(target: string, init: RequestInit): Promise<Answer> {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const answer = await this.#around.fetch(this.#access.baseUrl + target, { ...init, signal });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
}

function search(query: Query): string {
  const fields = Object.entries(query).filter(([, value]) => value !== undefined);
  return fields.length === 0 ? '' : `?${new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))}`;
}

function saysToComeBack(answer: Answer): boolean {
  return COME_BACK.has(answer.status)
    || (answer.status === 409 && answer.text.includes('request with this key is in progress'));
}

function pause(tried: number, wanted: string | null): number {
  const own = FIRST_PAUSE_MS * 2 ** (tried - 1);
  const asked = wanted !== null && /^\d{1,4}$/.test(wanted) ? Number(wanted) * 1000 : own;
  return Math.min(asked, LONGEST_PAUSE_MS);
}

/** A proxy on the way may answer anything. */
function understood(text: string): Envelope {
  try {
    return (read(text, DECIMALS) ?? {}) as Envelope;
  } catch {
    return {};
  }
}
