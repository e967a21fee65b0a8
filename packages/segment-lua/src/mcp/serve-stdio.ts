import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

import { createMcpServer } from './create-mcp-server.js';
import { forgiveCalls } from './forgive-calls.js';
import { followRequests } from './open-requests.js';
import type { Runs } from './runs.js';

/** How long a client that has stopped reading is waited for, in milliseconds. */
const FAREWELL_MS = 1_000;

/**
 * Serves the one client at standard input and output. Resolves when it has hung up, or `signal` stops the server: each
 * request has been answered then, as long as anybody listens, and each event delivered or given up.
 */
export const serveStdio = async (runs: Runs, signal: AbortSignal): Promise<void> => {
  const server = createMcpServer(runs.run);
  // Each answer that waits for the pipe listens to it, and many may wait.
  process.stdout.setMaxListeners(0);
  const unread = new Promise((resolve) => process.stdout.once('error', resolve));
  const input = readToTheEnd();
  const transport = new StdioServerTransport(input);
  await server.connect(transport);
  forgiveCalls(transport);
  const requests = followRequests(transport);
  const hungUp = once(input, 'end').then(requests.settle);
  await Promise.race([hungUp, unread, whenStopped(signal)]);
  process.stdin.destroy();
  if (signal.aborted) runs.stop();
  await runs.settle();
  await Promise.race([requests.settle(), unread, pause(FAREWELL_MS, undefined, { ref: false })]);
  await server.close();
};

const whenStopped = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

/** Standard input, its last line ended also where whoever wrote it left the end out. */
const readToTheEnd = (): PassThrough => {
  const input = new PassThrough();
  process.stdin.pipe(input, { end: false });
  process.stdin.once('end', () => input.end('\n'));
  return input;
};
