// Delivers the events of a queue in Redis until SIGTERM: deliver-bullmq URL TRACKING_URL
import { createEventWorker } from '../../dist/bullmq.js';

const [connection, trackingUrl] = process.argv.slice(2);
const worker = createEventWorker({ connection, trackingUrl, writeKeys: ['key'], maxBatchEvents: 200, leaseMs: 1_000 });
process.once('SIGTERM', () => worker.close());
process.stdout.write('works\n');
