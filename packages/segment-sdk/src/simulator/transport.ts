import type { Transport } from '../http/transport.js';
import type { Ending, SimulatorRequest } from './types.js';

const waitForAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const abort = (): void => {
      reject(new Error('canceled'));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });

/** A transport that hands requests to the simulator instead of a network. */
export const createTransport =
  (handle: (request: SimulatorRequest) => Promise<Ending>): Transport =>
  async ({ method, url, headers, body, signal }) => {
    const { pathname, search } = new URL(url);
    const ending = await handle({
      method,
      path: pathname + search,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      // By its type, because a test runner's realm has an ArrayBuffer of its own.
      body: typeof body === 'object' ? new Uint8Array(body) : body,
    });
    if (ending === 'hanging') return waitForAbort(signal);
    if (ending === 'dropped') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    return ending;
  };
