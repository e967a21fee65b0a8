// What the benchmarks of Redis do alike: a Redis of their own, parts in processes of their own, and turns.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port that is free now. */
const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Starts `redis-server`, or what `REDIS_PATH` names, on loopback with an AOF; it is gone with all it held after `stop`. */
export const startRedis = async () => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'benchmark-redis-'));
  const settings = ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'yes'];
  const child = spawn(process.env.REDIS_PATH ?? 'redis-server', settings);
  await new Promise((resolve) => child.stdout.on('data', (said) => /ready to accept/i.test(said) && resolve()));
  return {
    url: `redis://127.0.0.1:${port}`,
    /** The CPU it has used so far, in µs: ticks of 10 ms, of user and of system time. */
    cpuUs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10_000;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
};

/**
 * Runs one part in a process of its own, and gives what that says.
 * @param script The `import.meta.url` of the caller, beside whose script `child.mjs` is.
 */
export const runPart = async (script, what, options) => {
  const child = fork(new URL('child.mjs', script).pathname, [what, JSON.stringify(options)]);
  return (await once(child, 'message'))[0];
};

/** Measures so many times, one after another. */
export const takeTurns = async (repetitions, measure) => {
  const all = [];
  for (let n = 0; n < repetitions; n += 1) all.push(await measure());
  return all;
};
