import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';
import { event, simulated, until } from './setup.js';

let running: SimulatorServer | undefined;
const started = async (): Promise<SimulatorServer> => (running = await startSimulatorServer());
afterEach(async () => {
  await running?.close();
  running = undefined;
});

const dist = pathToFileURL('dist/index.js').href;

const program = (url: string, options: string, body: string, entry = dist): string[] => [
  '--input-type=module',
  '--eval',
  `import { createSegment } from ${JSON.stringify(entry)};
   const segment = createSegment({ writeKey: 'key', trackingUrl: ${JSON.stringify(url)}, ${options} });
   const call = { event: 'E', userId: 'u' };
   ${body}`,
];

/** Runs a program to its end and tells how long it took, in milliseconds. */
const run = (
  args: string[],
): Promise<{ readonly ms: number; readonly error: Error | null; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve) => {
    const from = performance.now();
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ ms: performance.now() - from, error, stdout, stderr });
    });
  });

describe('a process', () => {
  test('is not kept alive by a waiting event', async () => {
    const { url, simulator } = await started();
    const { ms, error } = await run(program(url, 'flushIntervalMs: 60_000', 'void segment.track(call);'));
    expect(error).toBeNull();
    expect(ms).toBeLessThan(20_000);
    expect(simulator.events).toHaveLength(0);
  });

  test('is kept alive by a close, through retries', async () => {
    const { url, simulator } = await started();
    simulator.inject({ status: 503, headers: { 'retry-after': '0.2' } });
    const { error } = await run(
      program(url, 'flushIntervalMs: 60_000', 'void segment.track(call); await segment.close();'),
    );
    expect(error).toBeNull();
    expect(simulator.events).toHaveLength(1);
  });

  test.each([
    'await segment.track(call);',
    "await segment.enqueue('track', call).delivered;",
    'await Promise.all([segment.track(call)]);',
    'await Promise.race([segment.track(call)]);',
    'void Promise.resolve(segment.track(call));',
    '(async () => segment.track(call))();',
    'segment.track(call).then(() => 0);',
    'segment.track(call).finally(() => 0);',
  ])('is kept alive by whoever awaits a receipt: %s', async (body) => {
    const { url, simulator } = await started();
    const { error } = await run(program(url, 'flushIntervalMs: 50', body));
    expect(error).toBeNull();
    expect(simulator.events).toHaveLength(1);
  });

  test('delivers before it exits by itself with flushOnExit', async () => {
    const { url, simulator } = await started();
    await run(program(url, 'flushIntervalMs: 60_000, flushOnExit: true', 'void segment.track(call);'));
    expect(simulator.events).toHaveLength(1);
  });

  test('delivers before SIGTERM ends it with flushOnExit', async () => {
    const { url, simulator } = await started();
    const child = spawn(
      process.execPath,
      program(
        url,
        'flushIntervalMs: 60_000, flushOnExit: true',
        "void segment.track(call); setInterval(() => process.listenerCount('SIGTERM') && console.log('ready'), 10);",
      ),
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    const signal = await new Promise((resolve) =>
      child.once('exit', (_, by) => {
        resolve(by);
      }),
    );
    expect(signal).toBe('SIGTERM');
    expect(simulator.events).toHaveLength(1);
  });

  test('decides itself when it ends where it hears SIGTERM too, and hears it once', async () => {
    const { url, simulator } = await started();
    simulator.inject({ latencyMs: 300 });
    const child = spawn(
      process.execPath,
      program(
        url,
        'flushIntervalMs: 60_000, flushOnExit: true',
        `void segment.track(call);
         process.on('SIGTERM', () => {
           console.log('heard');
           setTimeout(() => { console.log('done'); process.exit(3); }, 1_500);
         });
         setInterval(() => undefined, 1_000);
         console.log('ready');`,
      ),
    );
    let said = '';
    child.stdout.on('data', (chunk) => {
      if (said === '') child.kill('SIGTERM');
      said += String(chunk);
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, said]).toEqual([3, 'ready\nheard\ndone\n']);
    expect(simulator.events).toHaveLength(1);
  });

  test('has one listener however many clients there are, from the moment of their creation', async () => {
    const { url } = await started();
    const { stdout } = await run(
      program(
        url,
        'flushOnExit: true',
        `const more = Array.from({ length: 20 }, () => createSegment({ writeKey: 'key', flushOnExit: true }));
         const counts = () => ['SIGTERM', 'beforeExit', 'exit'].map((event) => process.listenerCount(event));
         const before = counts();
         await Promise.all([segment, ...more].map((client) => client.close()));
         console.log(counts().map((count, n) => before[n] - count).join());`,
      ),
    );
    expect(stdout.trim()).toBe('1,1,1');
  });

  test.each([
    ['one event', 'void segment.track(call);', '1 event was never sent'],
    ['many events', 'for (let n = 0; n < 50; n += 1) void segment.track(call);', '50 events were never sent'],
    [
      'events of two clients',
      "void segment.track(call); void createSegment({ writeKey: 'k' }).track(call);",
      '2 events',
    ],
  ])('says once, at its end, that %s were never sent', async (_, body, said) => {
    const { url } = await started();
    const { stderr, error } = await run(program(url, 'flushIntervalMs: 60_000', body));
    expect(error).toBeNull();
    expect(stderr.split('\n').filter((line) => line.includes('never sent'))).toHaveLength(1);
    expect(stderr).toContain(said);
    expect(stderr).toContain('await segment.close()');
    expect(stderr).toContain('flushOnExit: true');
  });

  test('says nothing at its end when everything was sent', async () => {
    const { url } = await started();
    const { stderr } = await run(program(url, '', 'void segment.track(call); await segment.close();'));
    expect(stderr).toBe('');
  });

  test('reads nothing on its standard error, however much is done at a time', async () => {
    const { url, simulator } = await started();
    simulator.inject({ status: 429, headers: { 'retry-after': '0.05' }, times: 20, on: 'tracking' });
    const { stderr, error } = await run(
      program(
        url,
        `publicApiUrl: ${JSON.stringify(url)}, apiToken: 'sgp_simulator', flushAt: 1, maxBatchEvents: 1, maxInFlight: 20`,
        `const { signal } = new AbortController();
         const reads = Array.from({ length: 20 }, () => segment.verifyToken({}, { signal }));
         for (let n = 0; n < 40; n += 1) void segment.track({ event: 'E', userId: 'u' + n });
         await Promise.all([...reads, segment.close()]);`,
      ),
    );
    expect(error).toBeNull();
    expect(stderr).toBe('');
    expect(simulator.events).toHaveLength(40);
  });

  test('is unharmed when every call is ignored and every delivery fails', async () => {
    const { error } = await run(
      program(
        'http://127.0.0.1:9',
        'maxRetries: 0, flushAt: 1',
        'void segment.track(call); void segment.track({}); await segment.flush();',
      ),
    );
    expect(error).toBeNull();
  });
});

test('a client that cannot load what it needs on demand still sends, retries and reports', async () => {
  const { url, simulator } = await started();
  // In this package, so that axios is found, and where no check of the repository looks.
  mkdirSync('node_modules', { recursive: true });
  const folder = mkdtempSync('node_modules/.without-on-demand-');
  try {
    cpSync('dist', folder, { recursive: true, filter: (name) => !name.includes('on-demand') });
    simulator.inject({ status: 503 });
    const { error, stdout } = await run(
      program(
        url,
        'flushAt: 1, maxRetries: 1',
        `const sent = await segment.track(call);
         const screened = createSegment({ writeKey: 'key', beforeSend: (event) => event });
         const codes = [screened.track(call), segment.batch([]), segment.getCurrentUser()].map((done) => done.catch((error) => error.code ?? error.name));
         console.log(JSON.stringify([sent.status, ...await Promise.all(codes)]));`,
        pathToFileURL(join(folder, 'index.js')).href,
      ),
    );
    expect(error).toBeNull();
    expect(JSON.parse(stdout)).toEqual(['delivered', 'before_send_failed', 'network_error', 'network_error']);
    expect(simulator.requests.map(({ status }) => status)).toEqual([503, 200]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('waitUntil is given the delivery of each burst', async () => {
  const work: Promise<unknown>[] = [];
  const { segment, simulator } = simulated({
    flushIntervalMs: 60_000,
    waitUntil: (promise) => void work.push(promise),
  });
  void segment.track(event(1));
  void segment.track(event(2));
  expect(work).toHaveLength(1);
  await work[0];
  expect(simulator.events).toHaveLength(2);
  void segment.track(event(3));
  expect(work).toHaveLength(2);
  await work[1];
  expect(simulator.events).toHaveLength(3);
});

/** As much of a page as the client looks at. */
const page = () => {
  const listeners = new Map<() => void, string>();
  const target = {
    addEventListener: (event: string, listener: () => void, { signal }: { readonly signal: AbortSignal }) => {
      listeners.set(listener, event);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const document = { visibilityState: 'visible', ...target };
  const hide = (): void => {
    document.visibilityState = 'hidden';
    for (const [listener, event] of listeners) if (event === 'visibilitychange') listener();
  };
  return { globals: { document, ...target }, hide, listeners };
};

describe('a page', () => {
  afterEach(() => {
    for (const name of ['document', 'addEventListener']) Reflect.deleteProperty(globalThis, name);
  });

  const opened = () => {
    const { globals, ...rest } = page();
    Object.assign(globalThis, globals);
    return rest;
  };

  test('sends what waits when it is hidden, up to 64 KB, in a simple request', async () => {
    const { url, simulator } = await started();
    const { hide, listeners } = opened();
    const segment = createSegment({ writeKey: 'key', trackingUrl: url, flushAt: 1_000, flushIntervalMs: 60_000 });
    const first = segment.track(event(0));
    for (let n = 1; n < 20; n += 1)
      void segment.track({ event: `Event ${n}`, userId: 'u', properties: { text: 'x'.repeat(10_000) } });
    hide();
    expect(await first).toMatchObject({ status: 'delivered' });
    const [request] = simulator.requests;
    expect(Buffer.byteLength(request?.body ?? '')).toBeLessThan(64 * 1024);
    expect(request?.headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(simulator.events.map(({ event: name, writeKey }) => [name, writeKey])).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => [`Event ${n}`, 'key']),
    );
    expect(await segment.close()).toMatchObject({ delivered: 20, failed: [] });
    expect(listeners.size).toBe(0);
  });

  test('that lives on after all sends in the ordinary way what it could not send so', async () => {
    const { url, simulator } = await started();
    simulator.inject({ status: 503 });
    const { hide } = opened();
    const segment = createSegment({ writeKey: 'key', trackingUrl: url, flushIntervalMs: 60_000 });
    void segment.track(event(1));
    hide();
    await until(() => simulator.requests.length > 0);
    expect(await segment.close()).toMatchObject({ delivered: 1, failed: [] });
    expect(simulator.requests.map(({ status }) => status)).toEqual([503, 200]);
  });

  test('leaves alone the events of a client with its own axios', async () => {
    const { hide, listeners } = opened();
    const { segment, simulator } = simulated();
    void segment.track(event(1));
    hide();
    expect(listeners.size).toBe(0);
    await segment.close();
    expect(simulator.events).toHaveLength(1);
  });
});
