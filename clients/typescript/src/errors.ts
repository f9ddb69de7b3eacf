/** What a request came to when it did not succeed: it was refused, or nobody knows. */
export abstract class OfframpError extends Error {}

/** The server said no. The message is the server's, word for word. */
export class Refused extends OfframpError {
  override readonly name = 'Refused';

  /**
   * @param status the HTTP status
   * @param fields what is wrong with what was sent, field by field; empty unless the status is 422
   * @param requestId what to name when you ask somebody about it; it is in the server's log
   */
  constructor(
    readonly status: number,
    message: string,
    readonly fields: Readonly<Record<string, string[]>>,
    readonly requestId: string | undefined,
  ) {
    super(message);
  }
}

/** There was no answer, however often it was asked. Whether a change took effect is not known: ask, or repeat it. */
export class NoAnswer extends OfframpError {
  override readonly name = 'NoAnswer';

  /** @param idempotencyKey under which to repeat the change; undefined for what changes nothing */
  constructor(
    message: string,
    readonly idempotencyKey: string | undefined,
    options: { cause: unknown },
  ) {
    super(message, options);
  }
}
