/** One HTTP request as it is described: what is sent, and where. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or bytes when it is compressed. */
  readonly body?: string | ArrayBuffer;
}

/**
 * What a {@link Transport} is given: one complete HTTP request. Its fields are named as `fetch` names them, so that
 * `fetch(request.url, request)` sends it.
 */
export interface TransportRequest extends HttpRequest {
  /** Redirects are not to be followed: they would take the credential to another host. */
  readonly redirect: 'manual';
  /** Aborted when the time is over or the caller gives up; the answer is not waited for any longer. */
  readonly signal: AbortSignal;
  /** How long it may take until the whole answer has arrived, in milliseconds; `signal` keeps this time. */
  readonly timeoutMs: number;
}

/** What came back, whatever its status. */
export interface TransportAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Text, or its bytes in UTF-8. */
  readonly body: string | Uint8Array;
}

/**
 * Sends one request once. It resolves with the answer, whatever its status, and rejects when there is none: the error's
 * `message` (and `code`, if any) become the reason of a `network_error`, which is tried again. A `SegmentError` is
 * passed on as it is. Waiting, retries, time limits and hooks are not its business.
 * @example
 * const transport: Transport = async (request) => {
 *   const answer = await fetch(request.url, request);
 *   return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
 * };
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** Whether the answer is a page for people rather than an answer of an API. */
export const isHtml = ({ headers }: TransportAnswer): boolean => /text\/html/i.test(headers['content-type'] ?? '');

/** Whether Segment accepted the request. */
export const isSuccess = (answer: TransportAnswer): boolean =>
  answer.status >= 200 && answer.status < 300 && !isHtml(answer);
