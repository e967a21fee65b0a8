import { type Hooks, tell } from '../client/hooks.js';
import type { Stop } from './stop.js';
import type { HttpAnswer, HttpRequest, Transport } from './transport.js';

const SECRET_HEADER = /authorization|cookie/i;

/** A copy of headers that is safe to show. */
const redactedHeaders = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      SECRET_HEADER.test(name) ? '[redacted]' : String(value),
    ]),
  );

/** Sends a request under the eyes of the hooks. */
export const observed = async (
  transport: Transport,
  hooks: readonly Hooks[],
  request: HttpRequest,
  operation: string,
  attempt: number,
  stop: Stop,
): Promise<HttpAnswer> => {
  const { method, url, headers } = request;
  const report = { operation, method, url, headers: redactedHeaders(headers), attempt };
  tell(hooks, 'onRequest', report);
  const started = performance.now();
  const answer = await transport(request, operation, stop);
  tell(hooks, 'onResponse', {
    ...report,
    headers: redactedHeaders(answer.headers),
    status: answer.status,
    ms: performance.now() - started,
  });
  return answer;
};
