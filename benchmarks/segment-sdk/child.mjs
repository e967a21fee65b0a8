// One measurement: node child.mjs CLIENT URL SCENARIO COUNT → JSON on standard output.
import { clients } from './clients.mjs';
import { input } from './event.mjs';

const [name, url, scenario, given] = process.argv.slice(2);
const count = Number(given);

if (scenario === 'import') {
  const started = performance.now();
  await import(name);
  console.log(JSON.stringify({ ms: performance.now() - started }));
  process.exit();
}

const client = await clients[name](url);
const cpu = process.cpuUsage();
const started = performance.now();
let enqueued;

function* events() {
  for (let i = 0; i < count; i += 1) yield { type: 'track', ...input(i) };
}

let report;
if (scenario === 'batch') {
  report = await client.batch(events());
  await client.finish();
} else if (scenario === 'awaited') {
  const receipts = [];
  for (let i = 0; i < count; i += 1) receipts.push(client.awaited(input(i)));
  enqueued = performance.now();
  report = await client.finish();
  await Promise.all(receipts);
} else {
  for (let i = 0; i < count; i += 1) client.add(input(i));
  enqueued = performance.now();
  report = await client.finish();
}
const wall = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    perSecond: (count / wall) * 1000,
    seconds: wall / 1000,
    cpuUs: (user + system) / count,
    enqueueUs: enqueued && ((enqueued - started) * 1000) / count,
    rssMiB: process.resourceUsage().maxRSS / 1024,
    report: { ...report, failed: Array.isArray(report.failed) ? report.failed.length : report.failed },
  }),
);
process.exit();
