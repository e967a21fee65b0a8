// Puts events into a queue in Redis until it is killed, and says which are held: put-bullmq URL ROUND FROM COUNT
import { openBullmq } from '../../dist/bullmq.js';

const [connection, round, from, count] = process.argv.slice(2);
const queue = openBullmq({ connection });
const SOURCE = '2c70e12b7a0646f9';
const USERS = 10;

const eventOf = (n) => {
  const messageId = `${round}-${n}`;
  const userId = `u${n % USERS}`;
  const body = JSON.stringify({
    type: 'track',
    event: 'E',
    messageId,
    userId,
    timestamp: new Date(),
    properties: { round: Number(round), n },
  });
  return { messageId, user: userId, body, bytes: Buffer.byteLength(body) };
};

/** Tries until Redis holds the events: only then do later ones follow. */
const put = async (events) => {
  while (!(await isDone(() => queue.put(events)))) await new Promise((resolve) => setTimeout(resolve, 20));
};

const isDone = (ask) =>
  ask().then(
    () => true,
    () => false,
  );

while (!(await isDone(() => queue.open(SOURCE)))) await new Promise((resolve) => setTimeout(resolve, 20));

for (let n = Number(from); n < Number(count);) {
  const size = Math.min(1 + ((n * 7) % 90), Number(count) - n);
  await put(Array.from({ length: size }, (_, i) => eventOf(n + i)));
  n += size;
  process.stdout.write(`${n}\n`);
}
await queue.close();
