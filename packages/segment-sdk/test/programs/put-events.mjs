// Puts events into a queue on disk until it is killed, with sync 'os' and 'group' in turns, and says which were
// acknowledged: put-events FOLDER ROUND URL COUNT
import { durableQueue } from '../../dist/durable.js';
import { createSegment } from '../../dist/index.js';

const [folder, round, trackingUrl, count] = process.argv.slice(2);
const segment = createSegment({
  writeKey: 'key',
  trackingUrl,
  queue: durableQueue({ folder, sync: Number(round) % 2 === 0 ? 'os' : 'group' }),
  flushAt: 50,
  flushIntervalMs: 5,
});
const USERS = 10;
for (let n = 0; n < Number(count);) {
  const burst = [];
  for (let end = n + 1 + ((n * 7) % 90); n < end && n < Number(count); n += 1) {
    const messageId = `${round}-${n}`;
    burst.push(
      segment.track({ event: 'E', userId: `u${n % USERS}`, messageId, properties: { round: Number(round), n } }),
    );
  }
  for (const { messageId } of await Promise.all(burst)) process.stdout.write(`${messageId}\n`);
}
const { queued } = await segment.close();
process.stdout.write(`closed ${queued}\n`);
