// One measurement in a process of its own: child.mjs WHAT JSON; prints its result as JSON.
import { durableQueue, openLog } from '../../packages/segment-sdk/dist/durable.js';
import { createSegment } from '../../packages/segment-sdk/dist/index.js';

const [what, given = '{}'] = process.argv.slice(2);
const options = JSON.parse(given);

const properties = { text: 'x'.repeat(250), revenue: 99.99, currency: 'USD', items: ['a', 'b', 'c'] };
const eventOf = (n) => ({ event: 'Order Completed', userId: `user-${n % 1_000}`, messageId: `m-${n}`, properties });

const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);
const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const clientOf = ({ queue, folder, url, sync, maxQueueBytes }) =>
  createSegment({
    writeKey: 'key',
    trackingUrl: url,
    ...(maxQueueBytes && { maxQueueBytes }),
    ...(queue === 'log' && { queue: durableQueue({ folder, sync }) }),
  });

const measures = {
  /** CPU of an event from the call to Segment's answer. */
  async cpu() {
    const { events } = options;
    const segment = clientOf(options);
    await segment.track(eventOf(-1));
    const before = cpuUs();
    for (let n = 0; n < events; n += 1_000) {
      for (let i = n; i < n + 1_000; i += 1) void segment.track(eventOf(i));
      await segment.flush();
    }
    const report = await segment.close();
    return { us: (cpuUs() - before) / events, delivered: report.delivered };
  },

  /** Writes events as frames of 400. */
  async fill() {
    const log = openLog({ folder: options.folder });
    await log.open('source');
    for (let n = 0; n < options.events; n += 400)
      await log.put(
        Array.from({ length: 400 }, (_, i) => {
          const body = JSON.stringify({ type: 'track', ...eventOf(n + i) }).padEnd(512, ' ');
          return { messageId: `m-${n + i}`, user: `user-${i}`, body, bytes: 512 };
        }),
      );
    await log.close();
    return {};
  },

  async recover() {
    const log = openLog({ folder: options.folder });
    const start = performance.now();
    await log.open('source');
    const opened = performance.now();
    let read = 0;
    for (let given; (given = await log.reserve({ events: 1_000, bytes: 500_000 }));) {
      read += given.events.length;
      await given.settle({ done: given.events, dead: [], again: [], delayMs: 0 });
    }
    const seconds = (from) => (performance.now() - from) / 1_000;
    const all = seconds(start);
    await log.close();
    return { read, opened: (opened - start) / 1_000, all, rssMb: peakMb() };
  },

  /** Puts events while nobody answers, then says so and delivers. */
  async outage() {
    const segment = clientOf(options);
    for (let n = 0; n < options.events; n += 500) {
      const burst = Array.from({ length: 500 }, (_, i) => segment.track(eventOf(n + i)));
      await Promise.all(burst);
    }
    process.send('up');
    await new Promise((resolve) => process.once('message', resolve));
    let report = await segment.flush();
    while (report.queued > 0) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      report = await segment.flush();
    }
    await segment.close();
    return { rssMb: peakMb() };
  },

  async outageSegment() {
    const { Analytics } = await import('@segment/analytics-node');
    const analytics = new Analytics({ writeKey: 'key', host: options.url, path: '/v1/batch' });
    analytics.on('error', () => undefined);
    const end = performance.now() + 60_000;
    for (let n = 0; n < options.events && performance.now() < end; n += 500) {
      for (let i = n; i < n + 500; i += 1) analytics.track(eventOf(i));
      await new Promise((resolve) => setImmediate(resolve));
    }
    process.send('up');
    await new Promise((resolve) => process.once('message', resolve));
    await analytics.closeAndFlush({ timeout: 60_000 });
    return { rssMb: peakMb() };
  },
};

const result = await measures[what]();
process.send({ result });
process.disconnect();
