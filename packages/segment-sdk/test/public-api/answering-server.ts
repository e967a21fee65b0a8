import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createPublicApi, type PublicApi, type PublicApiOptions } from '../../src/public-api.js';

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** An answer, or the end of the connection without one. */
export type Reply =
  'hang-up' | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** What a test has while the server answers. */
export interface Serving {
  readonly api: PublicApi;
  readonly requests: readonly Received[];
}

/**
 * Runs a test against a server on loopback that answers as it is told.
 * @param reply Given the request and how many came before it.
 */
export const serving = async (
  reply: (request: Received, count: number) => Reply,
  test: (serving: Serving) => Promise<void>,
  options: PublicApiOptions = {},
): Promise<void> => {
  const requests: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      const answer = reply(request, requests.length - 1);
      if (answer === 'hang-up') {
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      outgoing.end(JSON.stringify(answer.body ?? { data: {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const publicApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await test({ requests, api: createPublicApi({ apiToken: 'sgp_token', publicApiUrl, ...options }) });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};
