import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

import { temporaryFolder } from './temporary-folder.js';

/** A Redis of its own on loopback. */
export interface RedisServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis on a free port; resolves when it answers. `npm test` of the root brings the program. */
export const startRedis = async (): Promise<RedisServer> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', temporaryFolder(), '--save', ''];
  const child = spawn(process.env['REDIS_PATH'] ?? 'redis-server', settings);
  await ready(child);
  return {
    url: `redis://127.0.0.1:${port}`,
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
