// `segment-lua import` of rows with ten columns, over HTTP on loopback: rows a second, and memory as it goes.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLI, runNode, startServer } from './processes.mjs';

const ROWS = Number(process.argv[2] ?? 500_000);
const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'orders.csv');

const out = createWriteStream(file);
out.write('user_id,order_id,total,currency,product,quantity,country,city,channel,created_at\n');
for (let i = 0; i < ROWS; i += 1) {
  const row = `user-${i % 100_000},order-${i},${(i % 1000) / 10},USD,widget-${i % 3000},${(i % 5) + 1},DE,Berlin,web,2026-11-24T08:00:00Z\n`;
  if (!out.write(row)) await once(out, 'drain');
}
out.end();
await once(out, 'close');

const server = await startServer();
const map = fileURLToPath(new URL('scripts/map.lua', import.meta.url));
const { rss, output } = await runNode([CLI, 'import', file, '--map', map, '--url', server.url, '--json'], {
  sampleMs: 250,
});
const received = await server.count();
server.stop();

const { rows, delivered, seconds } = JSON.parse(output);
const quarters = [1, 2, 3, 4].map((quarter) => {
  const part = rss.slice(Math.floor(((quarter - 1) * rss.length) / 4), Math.floor((quarter * rss.length) / 4));
  return Math.round(Math.max(...part.map(({ mib }) => mib)));
});
console.log(
  JSON.stringify({
    rows,
    delivered,
    received,
    seconds,
    rowsPerSecond: Math.round(rows / seconds),
    peakRssMiBByQuarter: quarters,
    goal: { rowsPerSecond: 20_000, rssMiB: 250 },
  }),
);
