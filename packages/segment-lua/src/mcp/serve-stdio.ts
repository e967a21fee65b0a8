import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { serveStdio as serve, StdioServerTransport } from '@modelcontextprotocol/server/stdio';

import { createMcpServer, type Service } from './create-mcp-server.js';
import { followTransport } from './followed-transport.js';
import type { Runs } from './runs.js';

/** How long a client that has stopped reading is waited for, in milliseconds. */
const FAREWELL_MS = 1_000;

/**
 * Serves the one client at standard input and output, of whichever revision of the protocol. Resolves when it has hung
 * up, or `signal` stops the server: each request has been answered then, as long as anybody listens, and each event
 * delivered or given up.
 */
export const serveStdio = async (service: Service, runs: Runs, signal: AbortSignal): Promise<void> => {
  // Each answer that waits for the pipe listens to it, and many may wait.
  process.stdout.setMaxListeners(0);
  const unread = new Promise((resolve) => process.stdout.once('error', resolve));
  const input = new PassThrough();
  const transport = followTransport(new StdioServerTransport(input));
  const server = serve(() => createMcpServer(service), { transport });
  const hungUp = feed(input).then(transport.settle);
  await Promise.race([hungUp, unread, whenStopped(signal)]);
  process.stdin.destroy();
  if (signal.aborted) runs.stop();
  await runs.settle();
  await Promise.race([transport.settle(), unread, pause(FAREWELL_MS, undefined, { ref: false })]);
  await server.close();
};

const whenStopped = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

/**
 * Feeds standard input, its last line ended also where whoever wrote it left the end out; resolves when all of it has
 * been taken. The end itself is not passed on: whoever sees it lets go of requests that are not answered yet.
 */
const feed = async (input: PassThrough): Promise<void> => {
  process.stdin.pipe(input, { end: false });
  await once(process.stdin, 'end');
  await new Promise<void>((resolve) => {
    input.write('\n', () => {
      resolve();
    });
  });
};
