import { type Hooks, tell } from '../contract/hooks.js';
import type { HttpRequest, TransportAnswer } from './transport.js';

const SECRET_HEADER = /authorization|cookie/i;

/** A copy of headers that is safe to show. */
const redactHeaders = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      SECRET_HEADER.test(name) ? '[redacted]' : String(value),
    ]),
  );

/** Sends a request under the eyes of the hooks. @param attempt Counts from 0. */
export const observe = async (
  hooks: readonly Hooks[],
  operation: string,
  attempt: number,
  { method, url, headers }: HttpRequest,
  send: () => Promise<TransportAnswer>,
): Promise<TransportAnswer> => {
  const report = { operation, method, url, headers: redactHeaders(headers), attempt };
  tell(hooks, 'onRequest', report);
  const started = performance.now();
  const answer = await send();
  tell(hooks, 'onResponse', {
    ...report,
    headers: redactHeaders(answer.headers),
    status: answer.status,
    ms: performance.now() - started,
  });
  return answer;
};
