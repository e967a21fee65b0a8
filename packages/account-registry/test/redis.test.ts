import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStorage, type Driver, type Storage } from 'unstorage';
import redisDriver from 'unstorage/drivers/redis';

import { createAccountRegistry, secret } from '../src/index.js';
import { unstorageStore } from '../src/unstorage.js';
import { encryptionCases, type Place, plant, readingCases, writingCases } from './conformance.js';
import { temporaryFolder } from './temporary-folder.js';

let server: ChildProcess;
let socket: string;
const storages: Storage[] = [];
let places = 0;

/** One machine's connection to the server. */
function connect(): Storage {
  const driver = redisDriver({ path: socket }) as unknown as Driver;
  const storage = createStorage({ driver });
  storages.push(storage);
  return storage;
}

function createPlace(): Place {
  places += 1;
  const base = `place${places}`;
  return { open: () => unstorageStore(connect(), { base, pollMs: 20 }) };
}

beforeAll(async () => {
  socket = join(temporaryFolder(), 'redis.sock');
  server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (server.stdout === null) throw new Error('redis-server has no output');
  for await (const line of createInterface(server.stdout)) if (line.includes('eady to accept connections')) break;
});

afterAll(async () => {
  await Promise.all(storages.map((storage) => storage.dispose()));
  server.kill();
  await once(server, 'exit');
});

describe('a store in Redis, through unstorage', () => {
  test.each([...writingCases, ...encryptionCases])('$name', ({ run }) => run(createPlace()));
  test.each(readingCases)('$name', async ({ run }) => {
    const place = createPlace();
    await plant(place);
    await run(place);
  });
});

test('ten machines that add twenty accounts each at once lose none', async () => {
  const place = createPlace();
  const machines = Array.from({ length: 10 }, () =>
    createAccountRegistry({ services: { segment: { fields: { writeKey: secret() } } }, stores: [place.open()] }),
  );
  await Promise.all(
    machines.map(async (machine, m) => {
      for (let n = 0; n < 20; n += 1) await machine.add('segment', `account_${m}_${n}`, { writeKey: `${m} ${n}` });
    }),
  );
  expect(await machines[0]?.list('segment')).toHaveLength(200);
});

test('a driver that fails is reported without its password', async () => {
  const driver = redisDriver({
    url: 'redis://:canary-password@127.0.0.1:1',
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    lazyConnect: true,
  }) as unknown as Driver;
  const store = unstorageStore(createStorage({ driver }));
  const failure: unknown = await store.read({ name: 'segment', fields: {} }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'AccountError', code: 'store_failed', store: 'unstorage' });
  expect(String(failure)).not.toContain('canary');
});
