import { describe, expect, test } from '@jest/globals';
import { createLua } from '@moonwire/lua-bridge';
import { createPlan } from '@moonwire/segment-sdk/plan';
import { createQueue, memoryQueue } from '@moonwire/segment-sdk/queue';
import { createSimulator } from '@moonwire/segment-sdk/simulator';
import axios from 'axios';

import {
  type CallRecord,
  createSegmentLua,
  type ProposedCall,
  type RunOptions,
  type SegmentLuaOptions,
  simulatedAccounts,
} from '../src/index.js';

const SCRIPT = `
  print("printed")
  local receipt = app.integrations.segment.track({ event = "Order Completed", userId = "user-42" })
  local function try(name)
    local ok, value = pcall(function() return crm[name]("42") end)
    return ok and value or nil
  end
  local ok, place = pcall(require, "place")
  if ok then return place end
  return receipt.status, args.month, try("find"), try("save")
`;

/** What can be seen of a run of {@link SCRIPT}. */
const observe = async (host: SegmentLuaOptions, run: RunOptions = {}) => {
  const simulator = createSimulator();
  const segment = createSegmentLua({ accounts: simulatedAccounts(), simulator, ...host });
  const { values, output, calls, error, planned } = await segment.run(SCRIPT, run);
  await segment.close();
  const senders = simulator.events.map(({ writeKey }) => writeKey);
  return { values, output, accounts: calls.map(({ account }) => account), error: error?.message, planned, senders };
};

/** An option that host and run take, two values of it, and what shows that a value has been heeded. */
interface SharedCase<Value> {
  readonly create: (place: string) => NonNullable<Value>;
  readonly isHeeded: (seen: Awaited<ReturnType<typeof observe>>, place: string) => boolean;
}

const printed: string[] = [];
const called: string[] = [];

const shared: {
  readonly [Option in keyof SegmentLuaOptions & keyof RunOptions]-?: SharedCase<RunOptions[Option]>;
} = {
  globals: {
    create: (place) => ({ 'crm.find': () => `found for the ${place}` }),
    isHeeded: ({ values }, place) => values[2] === `found for the ${place}`,
  },
  account: {
    create: (place) => (place === 'host' ? 'staging' : 'production'),
    isHeeded: ({ senders }, place) => senders[0] === `simulator-${place === 'host' ? 'staging' : 'production'}`,
  },
  modules: {
    create: (place) => ({ place: `return '${place}'` }),
    isHeeded: ({ values }, place) => values[0] === place,
  },
  onOutput: {
    create: (place) => (text) => void printed.push(`${place} ${text}`),
    isHeeded: (_, place) => printed.splice(0).join() === `${place} printed\n`,
  },
  beforeCall: {
    create: (place) => (call: ProposedCall) => void called.push(`${place} ${call.operation}`),
    isHeeded: (_, place) => called.splice(0).join() === `${place} track`,
  },
  onCall: {
    create: (place) => (call: CallRecord) => void called.push(`${place} ${call.operation}`),
    isHeeded: (_, place) => called.splice(0).join() === `${place} track`,
  },
  dryRun: {
    create: (place) => place === 'host',
    isHeeded: ({ planned }, place) => (planned !== undefined) === (place === 'host'),
  },
};

describe.each(Object.entries(shared))('The option %s', (option, { create, isHeeded }: SharedCase<unknown>) => {
  const given = (place: string): Record<string, unknown> => ({ [option]: create(place) });

  test('has its effect when the host is given it', async () => {
    expect(isHeeded(await observe(given('host')), 'host')).toBe(true);
  });

  test('has its effect when the run is given it', async () => {
    expect(isHeeded(await observe({}, given('run')), 'run')).toBe(true);
  });

  test("is the run's before the host's", async () => {
    expect(isHeeded(await observe(given('host'), given('run')), 'run')).toBe(true);
  });

  test("is the host's when the run's is undefined", async () => {
    expect(isHeeded(await observe(given('host'), { [option]: undefined }), 'host')).toBe(true);
  });
});

const NOTHING_PLANNED = createPlan({ events: {} });

/** What shows that an option of one place alone has been heeded. */
type Cases<Options> = { readonly [Option in keyof Options]-?: () => Promise<boolean> };

const ofRun: Cases<Omit<RunOptions, keyof SegmentLuaOptions>> = {
  name: async () => {
    const { error } = await createSegmentLua().run('error("no")', { name: 'report.lua' });
    return error?.message === 'report.lua:1: no';
  },
  args: async () => (await observe({}, { args: { month: '2026-11' } })).values[1] === '2026-11',
  deadlineMs: async () => {
    const { error } = await createSegmentLua().run('while true do pcall(error) end', { deadlineMs: 20 });
    return error?.message.includes('the deadline of 0.02 s has passed') === true;
  },
  signal: async () => {
    const { error, values } = await observe({}, { signal: AbortSignal.abort(new Error('enough')) });
    return error !== undefined && values.length === 0;
  },
};

const ofHost: Cases<Omit<SegmentLuaOptions, keyof RunOptions>> = {
  accounts: async () => (await observe({ accounts: { default: { writeKey: 'mine' } } })).senders[0] === 'mine',
  simulator: async () => {
    const simulator = createSimulator();
    await observe({ simulator });
    return simulator.events.length === 1;
  },
  limits: async () => (await observe({ limits: { instructions: 1 } })).error?.includes('instructions') === true,
  policy: async () => (await observe({ policy: { rules: [{ then: 'deny' }] } })).error?.includes('denied') === true,
  delivery: async () => (await observe({ delivery: 'confirm' })).values[0] === 'delivered',
  queue: async () => {
    const simulator = createSimulator();
    simulator.inject({ status: 503, times: Infinity });
    const host = createSegmentLua({ simulator, queue: () => createQueue(memoryQueue()) });
    return (await host.run(SCRIPT)).deliveries.kept === 1;
  },
  holds: async () => {
    const asked: string[] = [];
    const left = (name: string): number => asked.push(name) - 1;
    const host = createSegmentLua({
      accounts: { default: { writeKey: 'mine' } },
      client: { trackingUrl: 'http://127.0.0.1:9', maxRetryMs: 0 },
      holds: { left, hold: () => undefined },
    });
    await host.run(SCRIPT);
    await host.close();
    return asked[0]?.includes('http://127.0.0.1:9') === true;
  },
  client: async () => (await observe({ client: { beforeSend: () => null } })).senders.length === 0,
  plan: async () => (await observe({ plan: NOTHING_PLANNED })).error?.includes('not in the plan') === true,
  onViolation: async () => (await observe({ plan: NOTHING_PLANNED, onViolation: 'omit' })).senders.length === 1,
  hints: async () => {
    const { hints } = await createSegmentLua({ hints: () => Promise.resolve([{ line: 1, hint: 'try' }]) }).run('');
    return hints?.[0]?.hint === 'try';
  },
  sandbox: async () => {
    const made: unknown[] = [];
    await observe({ sandbox: (options) => createLua(made.push(options) > 0 ? options : {}) });
    return made.length === 1;
  },
};

test.each(Object.entries({ ...ofRun, ...ofHost }))('The option %s has its effect', async (_, isHeeded) => {
  expect(await isHeeded()).toBe(true);
});

describe('Globals of host and run', () => {
  test('are both there', async () => {
    const host = { globals: { 'crm.find': () => 'found' } };
    const { values } = await observe(host, { globals: { 'crm.save': () => 'saved' } });
    expect(values.slice(2)).toEqual(['found', 'saved']);
  });

  test('of one run are not there in the next', async () => {
    const host = createSegmentLua();
    await host.run('', { globals: { extra: 1 } });
    expect((await host.run('return extra')).values).toEqual([]);
  });
});

describe("The client's options", () => {
  test('say how requests are sent, and which hooks hear of them', async () => {
    const simulator = createSimulator();
    const heard: string[] = [];
    const host = createSegmentLua({
      accounts: simulatedAccounts(),
      client: {
        axios: axios.create({ adapter: simulator.adapter }),
        trackingUrl: 'http://tracking.localhost',
        onRequest: ({ url }) => heard.push(url),
        plugins: [{ onResponse: ({ status }) => heard.push(String(status)) }],
      },
    });
    expect((await host.run(SCRIPT)).ok).toBe(true);
    expect(heard).toEqual(['http://tracking.localhost/v1/batch', '200']);
  });

  test('leave to the host what is the host’s', () => {
    // @ts-expect-error `delivery` is an option of the host.
    const options: SegmentLuaOptions = { client: { delivery: 'confirm' } };
    expect(options.client).toBeDefined();
  });
});

describe('an option that does not exist is refused, with what was probably meant', () => {
  const host: [object, string][] = [
    [{ dry_run: true }, "createSegmentLua: there is no option 'dry_run'. Did you mean: dryRun"],
    [{ polices: { rules: [] } }, "createSegmentLua: there is no option 'polices'. Did you mean: policy"],
    [{ timeMs: 100 }, "createSegmentLua: there is no option 'timeMs'. Did you mean: limits.timeMs"],
  ];
  test.each(host)('createSegmentLua(%p)', (options, message) => {
    expect(() => createSegmentLua(options as never)).toThrow(new TypeError(message));
  });

  const run: [object, string][] = [
    [{ dryrun: true }, "run: there is no option 'dryrun'. Did you mean: dryRun"],
    [{ timeoutMs: 100 }, "run: there is no option 'timeoutMs'. Available: globals, account"],
    [{ policy: { rules: [] } }, "run: there is no option 'policy'. It is an option of createSegmentLua"],
  ];
  test.each(run)('run(%p), and nothing is sent', async (options, message) => {
    const simulator = createSimulator();
    const segment = createSegmentLua({ simulator });
    await expect(segment.run(SCRIPT, options as never)).rejects.toThrow(message);
    await segment.close();
    expect(simulator.events).toEqual([]);
  });
});
