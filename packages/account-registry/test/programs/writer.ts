// Adds accounts to a file one after the other, and prints each name once its account has been acknowledged.
import { createAccountRegistry, secret, text } from '../../src/index.js';
import { fileStore } from '../../src/node.js';

const [path = '', prefix = '', count = '0'] = process.argv.slice(2);
const registry = createAccountRegistry({
  services: { segment: { fields: { writeKey: secret(), filler: text() } } },
  stores: [fileStore({ path })],
});

async function main(): Promise<void> {
  for (let n = 0; n < Number(count); n += 1) {
    await registry.add('segment', `${prefix}_${n}`, { writeKey: `key of ${prefix} ${n}`, filler: 'x'.repeat(100) });
    process.stdout.write(`${prefix}_${n}\n`);
  }
}

void main();
