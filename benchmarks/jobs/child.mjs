// One part of a measurement in a process of its own: child.mjs WHAT JSON; says its CPU in µs for each job.
import { createLuaWorker } from '../../packages/lua-bridge/dist/index.js';
import { createSimulator } from '../../packages/segment-sdk/dist/simulator.js';
import { createSegmentLua, simulatedAccounts } from '../../packages/segment-lua/dist/index.js';
import { createJobQueue, createJobWorker } from '../../packages/segment-lua/dist/jobs.js';

const [what, given] = process.argv.slice(2);
const { redis, warm, jobs: count } = JSON.parse(given);
const place = { target: 'simulator', connection: redis };
const SCRIPT = 'app.integrations.segment.track({ event = "Order Completed", userId = args.user })';

const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const parts = {
  /** The same scripts, four at a time, without a queue. */
  async alone() {
    const sandbox = createLuaWorker({ pool: 1, maxThreads: 1 });
    const host = createSegmentLua({ accounts: simulatedAccounts(), simulator: createSimulator(), sandbox });
    const runAll = async (times) => {
      let left = times;
      const place = async () => {
        while (left-- > 0) await host.run(SCRIPT, { args: { user: 'u' } });
      };
      await Promise.all([place(), place(), place(), place()]);
    };
    await runAll(warm);
    const before = cpuUs();
    await runAll(count);
    return { cpu: (cpuUs() - before) / count };
  },

  async submit() {
    const jobs = createJobQueue(place);
    let before = 0;
    for (let n = 0; n < warm + count; n += 1) {
      if (n === warm) before = cpuUs();
      await jobs.submit(SCRIPT, { tenant: n % 2 ? 'odd' : 'even', args: { user: `user-${n}` } });
    }
    const cpu = cpuUs() - before;
    await jobs.close();
    return { cpu: cpu / count };
  },

  async work() {
    const simulator = createSimulator();
    const sandbox = createLuaWorker({ pool: 1, maxThreads: 1 });
    const host = createSegmentLua({ accounts: simulatedAccounts(), simulator, sandbox });
    let left = 0;
    let before;
    let began;
    const isDone = new Promise((resolve) => {
      const onLeft = () => {
        left += 1;
        if (left === warm) [before, began] = [cpuUs(), performance.now()];
        if (left === warm + count) resolve({ cpu: (cpuUs() - before) / count, ms: performance.now() - began });
      };
      parts.worker = createJobWorker({ ...place, run: host.run, onLeft });
    });
    const { cpu, ms } = await isDone;
    const { succeeded } = await parts.worker.close();
    if (succeeded !== warm + count || simulator.events.length !== warm + count) throw new Error('some did not succeed');
    return { cpu, perSecond: (count / ms) * 1_000 };
  },
};

process.send(await parts[what]());
process.exit(0);
