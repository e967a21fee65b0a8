import { createLua, createLuaWorker, type LuaOptions, type RunOptions, type RunResult } from '../src/index.js';

/** What both kinds of sandbox can do. */
export interface Sandbox {
  set(path: string, value: unknown): void;
  run(code: string, options?: RunOptions): Promise<RunResult>;
  [Symbol.dispose](): void;
}

/** Every kind of sandbox; a suite that runs over this list holds for both. The thread's script is the built one. */
export const sandboxes: readonly [string, (options?: LuaOptions) => Sandbox][] = [
  ['in this thread', createLua],
  ['with all compiled', (options) => createLua({ ...options, compile: 'always' })],
  [
    'in a worker',
    (options) => createLuaWorker({ ...options, worker: () => new URL('../dist/worker-thread.js', import.meta.url) }),
  ],
];

/** A promise that settles after some milliseconds. */
export const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) =>
    setTimeout(() => {
      resolve(value);
    }, ms),
  );

/** The values of a run that must succeed. */
export const valuesOf = (result: RunResult<unknown>): unknown[] => {
  if (!result.ok) throw result.error;
  return result.values;
};

/** The error of a run that must fail. */
export const errorOf = (result: RunResult<unknown>) => {
  if (result.ok) throw new Error(`expected an error, got ${JSON.stringify(result.values)}`);
  return result.error;
};
