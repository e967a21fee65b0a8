import { parentPort, workerData } from 'node:worker_threads';

import type { MapHost, MapJob } from './map-protocol.js';
import { createAsk } from './questions.js';
import { runMap } from './run-map.js';

/* The script of the thread that a map runs in. */

if (parentPort === null) throw new Error('map-thread: expected to be started as a thread');
const ask = createAsk(parentPort);

const host: MapHost = {
  next: (mapped) => ask('next', mapped) as ReturnType<MapHost['next']>,
  identify: (account) => ask('identify', account) as ReturnType<MapHost['identify']>,
  read: (call) => ask('read', call),
  print: (text) => ask('print', text) as ReturnType<MapHost['print']>,
  end: (end) => ask('end', end) as ReturnType<MapHost['end']>,
};
await runMap(workerData as MapJob, host);
parentPort.close();
