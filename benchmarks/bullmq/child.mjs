// One part of a measurement in a process of its own: child.mjs WHAT JSON; says its result when it is asked to end.
import { createEventWorker, openBullmq } from '../../packages/segment-sdk/dist/bullmq.js';

const [what, given] = process.argv.slice(2);
const options = JSON.parse(given);

const properties = { text: 'x'.repeat(200), revenue: 99.99, currency: 'USD', items: ['a', 'b', 'c'] };
const SOURCE = '2c70e12b7a0646f9';

const eventOf = (n) => {
  const messageId = `message-${n}`;
  const userId = `user-${n % 1_000}`;
  const body = JSON.stringify({
    type: 'track',
    event: 'Order Completed',
    messageId,
    userId,
    timestamp: new Date(),
    context: { library: { name: 'x' } },
    properties,
  });
  return { messageId, user: userId, body, bytes: Buffer.byteLength(body) };
};

const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const parts = {
  /** Puts events, 1,000 at a time, as a client under load does it. */
  async produce() {
    const queue = openBullmq({ connection: options.redis, maxBytes: 2 ** 40 });
    await queue.open(SOURCE);
    const events = Array.from({ length: 1_000 }, (_, n) => eventOf(n));
    const before = cpuUs();
    for (let n = 0; n < options.events; n += events.length) await queue.put(events);
    const cpu = cpuUs() - before;
    await queue.close();
    return { cpu };
  },

  /** Delivers them: to nowhere, or to a server. */
  async deliver() {
    let arrived = 0;
    const before = cpuUs();
    const worker = createEventWorker({
      connection: options.redis,
      writeKeys: ['key'],
      ...(options.batch && { maxBatchEvents: options.batch }),
      ...(options.url
        ? { trackingUrl: options.url }
        : { transport: async () => ({ status: 200, headers: {}, body: '' }) }),
    });
    while (arrived < options.events) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      arrived = (await worker.totals()).delivered;
    }
    const cpu = cpuUs() - before;
    await worker.close();
    return { cpu };
  },

  /** The same events by RudderStack's client, which keeps them in Redis, for some seconds. */
  async rudder() {
    const { default: Analytics } = await import('@rudderstack/rudder-sdk-node');
    const { port } = new URL(options.redis);
    const analytics = new Analytics('key', {
      dataPlaneUrl: options.url,
      flushAt: options.batch,
      flushInterval: 100,
      maxInternalQueueSize: 1_000_000,
      gzip: false,
      logLevel: 'error',
    });
    await new Promise((resolve, reject) =>
      analytics.createPersistenceQueue(
        { queueName: 'rudder', redisOpts: { host: '127.0.0.1', port: Number(port) } },
        (error) => (error ? reject(error) : resolve()),
      ),
    );
    const until = performance.now() + options.seconds * 1_000;
    for (let n = 0; performance.now() < until; n += options.batch) {
      for (let i = n; i < n + options.batch; i += 1)
        analytics.track({
          event: 'Order Completed',
          userId: `user-${i}`,
          messageId: `rudder-${options.batch}-${i}`,
          properties,
        });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return {};
  },
};

const result = await parts[what]();
process.send(result);
process.exit(0);
