/** As much of Node's `Buffer` as is used here, which has no types of Node. */
export interface NodeBuffer extends Uint8Array {
  readonly write: (text: string, offset: number) => number;
  readonly subarray: (begin: number, end: number) => NodeBuffer;
}

/** A body that may be written to memory that is there already; a string says it otherwise. */
export interface WritableBody {
  /** It is no longer than this. */
  readonly mostBytes: number;
  /** Writes it to the beginning of a buffer; returns its length in bytes. */
  readonly writeTo: (buffer: NodeBuffer) => number;
  readonly toString: () => string;
}

/** One HTTP request: what is sent, and where. */
interface Described<Body> {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or bytes when it is compressed. */
  readonly body?: Body;
}

/** A body as the client describes it. */
export type AnyBody = string | ArrayBuffer | WritableBody;

/** One HTTP request as it is described inside the client. */
export type HttpRequest = Described<AnyBody>;

/**
 * What a {@link Transport} is given: one complete HTTP request. Its fields are named as `fetch` names them, so that
 * `fetch(request.url, request)` sends it.
 */
export interface TransportRequest<Body = string | ArrayBuffer> extends Described<Body> {
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

/** The client's own transport, which may write a body itself. */
export type OwnTransport = (request: TransportRequest<AnyBody>) => Promise<TransportAnswer>;

export const isWritable = (body?: AnyBody): body is WritableBody => typeof body === 'object' && 'writeTo' in body;

/** A request that everybody can read. */
export const asPlain = (request: TransportRequest<AnyBody>): TransportRequest =>
  isWritable(request.body) ? { ...request, body: String(request.body) } : (request as TransportRequest);

/** Whether the answer is a page for people rather than an answer of an API. */
export const isHtml = ({ headers }: TransportAnswer): boolean => /text\/html/i.test(headers['content-type'] ?? '');

/** Whether Segment accepted the request. */
export const isSuccess = (answer: TransportAnswer): boolean =>
  answer.status >= 200 && answer.status < 300 && !isHtml(answer);
