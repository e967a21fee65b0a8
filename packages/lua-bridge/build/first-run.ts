import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import type * as Bridge from '../src/index.js';

const SCRIPT = new URL('first-run.lua', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/** Where the functions of a built file begin that are called from its import to the end of a script's first run. */
export const findCalled = (file: URL): Promise<ReadonlySet<number>> => {
  // What counts calls does so for the whole process: one after the other.
  const found = last.then(() => countCalls(file));
  last = found;
  return found;
};

const countCalls = async (file: URL): Promise<ReadonlySet<number>> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true });
  await runScript(await load(file));
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const urls = [file.href, fileURLToPath(file)];
  const functions = result.filter(({ url }) => urls.includes(url)).flatMap((script) => script.functions);
  const ranges = functions.flatMap((one) => one.ranges);
  return new Set(ranges.filter(({ count }) => count > 0).map(({ startOffset }) => startOffset));
};

const load = async (file: URL): Promise<typeof Bridge> =>
  (file.pathname.endsWith('.cjs') ? createRequire(import.meta.url)(fileURLToPath(file)) : import(file.href)) as Promise<
    typeof Bridge
  >;

const runScript = async ({ createLua }: typeof Bridge): Promise<void> => {
  const sandbox = createLua();
  sandbox.set('host', { send: async (value: unknown) => Promise.resolve({ id: 1, value }) });
  const result = await sandbox.run(await readFile(SCRIPT, 'utf8'));
  if (!result.ok) throw result.error;
};
