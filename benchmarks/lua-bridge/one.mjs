import * as contenders from './contenders.mjs';
import { calls, compute, programs } from './workloads.mjs';

/* Measures one contender on one workload and prints the result; prints nothing if the pair makes no sense. */
const [, , contender, workload] = process.argv;

const best = async (times, body) => {
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await body();
    least = Math.min(least, performance.now() - started);
  }
  return least;
};

/* Runs after which a contender gets no quicker; those of fengari take long, and are no quicker after three. */
const WARM = new Set(['rawFengari', 'fengariInterop']).has(contender) ? 3 : 15;

const asyncCode = {
  interpreted: 'for i = 1, 2000 do slow(i) end',
  bridge: 'for i = 1, 2000 do slow(i) end',
  wasmoon: 'for i = 1, 2000 do slow(i):await() end',
};

const measure = async () => {
  if (workload === 'create a state') return { unit: 'ms', value: (await timeStates()).ms };
  if (workload === 'memory of a state') return { unit: 'KiB', value: (await timeStates()).kib };
  if (workload.startsWith('worker')) return contender === 'bridge' ? measureWorker() : undefined;
  const run = await contenders[contender]();
  if (workload === 'async host call') {
    const code = asyncCode[contender];
    return code === undefined ? undefined : { unit: 'µs', value: ((await best(WARM, () => run(code))) / 2000) * 1000 };
  }
  const call = calls[workload];
  const code = compute[workload] ?? programs[workload];
  if (code !== undefined) return { unit: 'ms', value: await best(WARM, () => run(code)) };
  if (contender === 'rawFengari' && workload !== 'host call f(i)') return undefined;
  if (contender === 'fengariInterop' && workload.startsWith('1,000')) return undefined;
  const ms = await best(workload.startsWith('1,000') ? 20 : WARM, () => run(call.code));
  if (workload === 'host call f(i)') return { unit: 'ns', value: (ms / call.n) * 1e6 };
  return call.n === 1 ? { unit: 'ms', value: ms } : { unit: 'µs', value: (ms / call.n) * 1000 };
};

const timeStates = async () => {
  const make = contenders.newState[contender];
  for (let i = 0; i < 20; i++) await make();
  globalThis.gc();
  const before = process.memoryUsage();
  const started = performance.now();
  const kept = [];
  for (let i = 0; i < 100; i++) kept.push(await make());
  const ms = (performance.now() - started) / 100;
  globalThis.gc();
  const after = process.memoryUsage();
  const kib = (after.heapUsed + after.external - before.heapUsed - before.external) / 1024 / kept.length;
  return { ms, kib };
};

const measureWorker = async () => {
  const { createLuaWorker } = await import('../../packages/lua-bridge/dist/index.js');
  const lua = createLuaWorker({ limits: { hostCalls: Infinity } });
  lua.set('f', (value) => value);
  await lua.run('return 1');
  if (workload === 'worker warm start') return { unit: 'ms', value: await best(5, () => lua.run('return 1')) };
  const ms = await best(3, () => lua.run('local f = f for i = 1, 2000 do f(i) end'));
  return { unit: 'µs', value: (ms / 2000) * 1000 };
};

const result = await measure();
if (result !== undefined) console.log(JSON.stringify(result));
process.exit(0);
