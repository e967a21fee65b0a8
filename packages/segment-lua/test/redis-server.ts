import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { temporaryFolder } from './temporary-folder.js';

/** A Redis of its own on loopback, which can die and come back with what it had. */
export interface RedisServer {
  readonly url: string;
  /** Ends it at once. */
  readonly stop: () => Promise<void>;
  /** Starts it again. */
  readonly restart: () => Promise<void>;
  /** All that it has written to its disk. */
  readonly readFiles: () => string;
}

/** The programs that tests run on; `npm test` of the root brings both. */
export const SERVERS = [
  ['Redis', process.env['REDIS_PATH'] ?? 'redis-server'],
  ['Valkey', process.env['VALKEY_PATH'] ?? 'valkey-server'],
] as const;

/**
 * Starts a Redis on a free port; resolves when it answers.
 * @param more Settings: `['--maxmemory', '20mb']`.
 */
export const startRedis = async (
  program: string = SERVERS[0][1],
  more: readonly string[] = [],
): Promise<RedisServer> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const folder = temporaryFolder();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(program, [...settings, '--appendonly', 'yes', ...more]);
    await ready(child);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: start,
    readFiles: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path, 'latin1'))
        .join(''),
    stop: async () => {
      if (child.kill('SIGKILL')) await once(child, 'exit');
    },
  };
};

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (said) => {
      if (/ready to accept connections/i.test(String(said))) resolve();
    });
    child.once('exit', () => {
      reject(new Error('redis-server did not start'));
    });
  });
