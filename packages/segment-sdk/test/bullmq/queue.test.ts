import { afterAll, beforeAll, describe, test } from '@jest/globals';

import { openBullmq } from '../../src/bullmq.js';
import { queueCases } from '../../src/queue.js';
import { RedisServer, SERVERS } from './redis-server.js';

describe.each(SERVERS)('a queue in %s', (_name, program) => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start(program);
  });
  afterAll(async () => {
    await server.stop();
  });

  test.each(queueCases.map(({ name, run }, n) => [name, run, `case-${n}`] as const))(
    '%s',
    async (_case, run, prefix) => {
      await run({
        open: async (maxBytes) => {
          const queue = openBullmq({ connection: server.url, prefix, maxBytes });
          await queue.open?.('source');
          return queue;
        },
        isLasting: true,
      });
    },
  );
});
