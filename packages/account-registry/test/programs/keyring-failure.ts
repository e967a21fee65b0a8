// Adds an account to a keyring that cannot be used and prints the error and how long it took.
// With `stop`, the keyring is there and its process is stopped.
import { execFileSync } from 'node:child_process';

import { type AccountError, createAccountRegistry, secret } from '../../src/index.js';
import { fileStore, keyringStore } from '../../src/node.js';

const [path = '', mode] = process.argv.slice(2);
const registry = createAccountRegistry({
  services: { segment: { fields: { writeKey: secret() } } },
  stores: [fileStore({ path }), keyringStore({ app: 'moonwire-test' })],
});

function keyringProcess(): number {
  const bus = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/'];
  const reply = execFileSync('dbus-send', [
    ...bus,
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    'string:org.freedesktop.secrets',
  ]);
  return Number(/\d+$/.exec(reply.toString().trim())?.[0]);
}

async function main(): Promise<void> {
  if (mode === 'stop') {
    await registry.list('segment');
    process.kill(keyringProcess(), 'SIGSTOP');
  }
  const start = Date.now();
  const failure: unknown = await registry
    .add('segment', 'production', { writeKey: 'canary' })
    .catch((error: unknown) => error);
  const { name, code, message } = failure as AccountError;
  console.log(JSON.stringify({ name, code, message, ms: Date.now() - start }));
  if (mode === 'stop') process.kill(keyringProcess(), 'SIGCONT');
  process.exit();
}

void main();
