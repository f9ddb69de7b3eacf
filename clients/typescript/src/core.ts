import type { Pages } from './api.js';

/**
 * An exact number as text: `94221.52`. JavaScript's own numbers round what has more than 15 digits, and a coin has 18
 * decimals. Compute with a library of exact numbers, or with BigInt; never with Number.
 */
export type Decimal = string;

/** What goes into the query of a request. */
export type Query = Record<string, string | number | undefined>;

/** Which items of a list, and in what order. Not every list knows each of these. */
export interface ListQuery {
  /** Begins with this page; the first is 1. */
  page?: number;
  /** So many at a time, 200 at most. */
  size?: number;
  /** A field; after a minus, the greatest first. */
  sort?: string;
  /** `field:value`, several parted by commas. */
  filter?: string;
  search?: string;
  /** ISO 8601: a time with its zone, or a date. */
  startDate?: string;
  endDate?: string;
}

/** One page of a list, and where it lies among the others. */
export interface Page<T> {
  items: T[];
  pages: Pages;
}

/**
 * A list, asked for page by page as it is gone through: `for await (const wallet of offramp.listWallets())`.
 *
 * What is added at its head meanwhile moves the items on, so that the last of a page may come again on the next: such an
 * item is given once.
 */
export class Paged<T> implements AsyncIterable<T> {
  readonly #fetch: (page: number) => Promise<Page<T>>;
  readonly #first: number;

  constructor(fetch: (page: number) => Promise<Page<T>>, first: number) {
    this.#fetch = fetch;
    this.#first = first;
  }

  /** The first page alone, or the one that was asked for. */
  page(): Promise<Page<T>> {
    return this.#fetch(this.#first);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    let before = new Set<unknown>();
    for (let number = this.#first; ; number++) {
      const { items, pages } = await this.#fetch(number);
      yield* items.filter((item) => !before.has(idOf(item)));
      if (!pages.hasNextPage) {
        return;
      }
      before = new Set(items.map(idOf));
    }
  }
}

function idOf(item: unknown): unknown {
  return (item as { id?: unknown }).id ?? item;
}
