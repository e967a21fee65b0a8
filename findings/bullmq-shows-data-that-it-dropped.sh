#!/usr/bin/env bash
# The guess: queue.add with an id of one's own, to be safe when a call is repeated, either adds the job or says that the id
#   is taken; what it returns is the job that Redis has.
# The truth: a job under an id that is taken is dropped, and the call resolves as ever. The Job that it returns shows the data
#   of the dropped one; the queue still has the first. Only a "duplicated" event tells.
# Why it matters: who writes an id into a job to make retries safe, and then reads `job.data` to see what will be done, acts on
#   data that nobody will process. Two different jobs under one id look as if both were queued.
# bullmq 6.7.0, ioredis 6.0.0, with redis-server of the machine (seen with 7.0.15).
set -euo pipefail

command -v redis-server >/dev/null || { echo "redis-server is not installed" >&2; exit 2; }
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
redis-server --port "$port" --bind 127.0.0.1 --save '' --dir "$folder" --daemonize no >"$folder/redis.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit bullmq@6.7.0 ioredis@6.0.0 >/dev/null

cat >try.mjs <<'JS'
import { Queue } from 'bullmq';

const connection = { host: '127.0.0.1', port: Number(process.argv[2]) };
const queue = new Queue('orders', { connection });
await queue.waitUntilReady();
const first = await queue.add('order', { total: 1 }, { jobId: 'order-a' });
const second = await queue.add('order', { total: 2 }, { jobId: 'order-a' });
const waiting = await queue.getJobs(['wait']);
console.log('returned:', JSON.stringify([first.data, second.data]));
console.log('in the queue:', JSON.stringify(waiting.map(({ id, data }) => [id, data])));
await queue.close();
JS

output=$(node try.mjs "$port")
echo "$output"
[ "$output" = 'returned: [{"total":1},{"total":2}]
in the queue: [["order-a",{"total":1}]]' ]
