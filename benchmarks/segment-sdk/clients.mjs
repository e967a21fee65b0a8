// Each client: create(url) → { add(input), awaited(input) → promise that the event has arrived, finish() }. Only the one under test is loaded, in a process of its own.
import http from 'node:http';

const dist = new URL('../../packages/segment-sdk/dist/index.js', import.meta.url);

const moonwire = (options) => async (url) => {
  const { createSegment } = await import(dist);
  const segment = createSegment({ writeKey: 'benchmark', trackingUrl: url, flushAt: 100, ...options });
  return {
    add: (event) => void segment.track(event),
    awaited: (event) => segment.track(event),
    batch: (events) => segment.batch(events),
    finish: async () => {
      const { delivered, failed } = await segment.close();
      return { delivered, failed: failed.length };
    },
  };
};

const segment = async (url) => {
  const { Analytics } = await import('@segment/analytics-node');
  const analytics = new Analytics({ writeKey: 'benchmark', host: url, flushAt: 100 });
  let failed = 0;
  analytics.on('error', () => (failed += 1));
  return {
    add: (event) => analytics.track(event),
    awaited: (event) => new Promise((resolve) => analytics.track(event, resolve)),
    finish: async () => {
      await analytics.closeAndFlush({ timeout: 120_000 });
      return { failed };
    },
  };
};

const posthog = async (url) => {
  const { PostHog } = await import('posthog-node');
  const client = new PostHog('benchmark', { host: url, flushAt: 100, maxQueueSize: 1_000_000, disableGeoip: true });
  client.on('error', () => {});
  return {
    add: ({ event, userId, properties }) => client.capture({ event, distinctId: userId, properties }),
    finish: async () => {
      await client.shutdown(120_000);
      return {};
    },
  };
};

const BATCH = 100;
const key = `Basic ${Buffer.from('benchmark:').toString('base64')}`;
const wire = (event) => ({
  type: 'track',
  messageId: crypto.randomUUID(),
  timestamp: new Date().toISOString(),
  context: { library: { name: 'bare', version: '0.0.0' } },
  ...event,
});

/** Four loops that take batches of 100 from an array and post them. */
const fourLoops = async (queue, post) => {
  let next = 0;
  const loop = async () => {
    while (next < queue.length) {
      const batch = queue.slice(next, (next += BATCH));
      await post(batch);
      for (const { resolve } of batch) resolve?.();
    }
  };
  await Promise.all([loop(), loop(), loop(), loop()]);
  return { delivered: queue.length };
};

/** Adds events as `make` has them, with or without somebody who waits for them. */
const toQueue = (queue, make) => ({
  add: (event) => void queue.push({ event: make(event) }),
  awaited: (event) => new Promise((resolve) => queue.push({ event: make(event), resolve })),
});

/** Four loops of bare axios that stringify whole batches. */
const bare = async (url) => {
  const { default: axios } = await import('axios');
  const instance = axios.create({ baseURL: url, headers: { Authorization: key } });
  const queue = [];
  return {
    ...toQueue(queue, wire),
    finish: () =>
      fourLoops(queue, (batch) =>
        instance.post('/v1/batch', { batch: batch.map(({ event }) => event), sentAt: new Date().toISOString() }),
      ),
  };
};

const postWith = (url, agent) => (body) =>
  new Promise((resolve, reject) => {
    const request = http.request(
      `${url}/v1/batch`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', authorization: key, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume().on('end', resolve);
      },
    );
    request.on('error', reject).end(body);
  });

/** The floor: events serialised at the call, batches joined as strings, node:http, nothing else. */
const floor = async (url) => {
  const post = postWith(url, new http.Agent({ keepAlive: true, maxSockets: 4 }));
  const queue = [];
  return {
    ...toQueue(queue, (event) => JSON.stringify(wire(event))),
    finish: () =>
      fourLoops(queue, (batch) =>
        post(`{"sentAt":"${new Date().toISOString()}","batch":[${batch.map(({ event }) => event).join(',')}]}`),
      ),
  };
};

export const clients = {
  moonwire: moonwire({}),
  'moonwire, 100 a batch': moonwire({ maxBatchEvents: 100 }),
  segment,
  posthog,
  bare,
  floor,
};
