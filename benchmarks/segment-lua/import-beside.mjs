// The same rows, as lines of JSON, to the same server: `segment-lua import`, another build of it where
// SEGMENT_LUA_OTHER names its cli.js, and what people write without it: jq for the map, split for batches, curl to send.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { median } from '../measure.mjs';
import { CLI, startServer } from './processes.mjs';

const [rows = 200_000, rounds = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'orders.ndjson');
writeFileSync(
  file,
  Array.from(
    { length: rows },
    (_, i) =>
      `{"user_id":"user-${i % 100_000}","order_id":"order-${i}","total":"${(i % 1000) / 10}","currency":"USD","product":"widget-${i % 3000}","quantity":"${(i % 5) + 1}","country":"DE","city":"Berlin","channel":"web","created_at":"2026-11-24T08:00:00Z"}\n`,
  ).join(''),
);

const map = fileURLToPath(new URL('scripts/map.lua', import.meta.url));
const program = `{type: "track", event: "Order Completed", userId: .user_id, timestamp: .created_at, messageId: .order_id,
  properties: {order: .order_id, total: (.total | tonumber), currency, product, quantity: (.quantity | tonumber), country, city, channel}}`;
const jq = `jq -c '${program}' ${file} | split -l 500 --filter='jq -cs "{batch: .}" | curl -sS -u key: -H "content-type: application/json" -d @- -o /dev/null "$URL/v1/batch"'`;

const importBy = (cli) => (url) => [process.execPath, [cli, 'import', file, '--map', map, '--url', url, '--json']];
const ways = { ours: importBy(CLI), 'jq and curl': () => ['bash', ['-c', jq]] };
if (process.env.SEGMENT_LUA_OTHER) ways.other = importBy(process.env.SEGMENT_LUA_OTHER);

const seconds = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, commandOf] of Object.entries(ways)) {
    const server = await startServer();
    const [command, args] = commandOf(server.url);
    const started = performance.now();
    const { status, stderr } = spawnSync(command, args, { env: { ...process.env, URL: server.url }, encoding: 'utf8' });
    seconds[name].push((performance.now() - started) / 1000);
    const received = await server.count();
    server.stop();
    if (status !== 0 || received !== rows) throw new Error(`${name}: ${status}, ${received} of ${rows}: ${stderr}`);
  }
}

const ours = median(seconds.ours);
for (const [name, all] of Object.entries(seconds)) {
  const middle = median(all);
  console.log(
    JSON.stringify({
      way: name,
      rowsPerSecond: Math.round(rows / middle),
      seconds: Number(middle.toFixed(2)),
      oursIsFasterBy: Number((middle / ours).toFixed(2)),
    }),
  );
}
