import { later, type Sandbox } from '../sandboxes.js';

/** Modules for scripts that attack `require`. */
export const modules: Readonly<Record<string, string>> = {
  circle: 'return require("circle")',
  endless: 'while true do end',
  broken: 'x = = 1',
};

const deep = (): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < 1000; i++) value = { value };
  return value;
};

const refuse = (): never => {
  throw new Error('no');
};

/** What hosts hand out in bad faith or by mistake. */
const odd: Readonly<Record<string, () => unknown>> = {
  symbol: () => Symbol('odd'),
  null: () => null,
  bare: () => Object.create(null) as unknown,
  deep,
  huge: () => Object.assign(new Error('x'.repeat(100_000)), { size: 2n ** 70n, list: new Array(100_000).fill('x') }),
  getter: () => Object.defineProperty({}, 'message', { get: refuse, enumerable: true }),
  proxy: () => new Proxy({}, { get: refuse, ownKeys: refuse, getPrototypeOf: refuse }),
};

/** A Lua function in the host's hands. */
export type Callback = (...args: unknown[]) => Promise<unknown>;

/** Most callbacks that are kept. */
const KEPT = 100;

/** Exposes what the attacks call. @returns the callbacks that the host was given to keep. */
export const prepare = (lua: Sandbox): Callback[] => {
  const kept: Callback[] = [];
  lua.set('slow', (value: unknown) => later(1, value));
  lua.set('app', { f: () => 1, inner: { g: () => 2 } });
  lua.set('host.take', () => undefined);
  lua.set('host.echo', (value: unknown) => value);
  lua.set('host.give', (what: string) => odd[what]?.());
  lua.set('host.throw', (what: string) => {
    throw odd[what]?.();
  });
  lua.set('host.call', (fn: Callback) => fn());
  lua.set('host.keep', (fn: Callback) => {
    if (kept.length < KEPT) kept.push(fn);
  });
  lua.set('host.drop', (fn: Callback) => {
    void fn();
  });
  lua.set('host.again', async () => (await lua.run('return 1')).ok);
  return kept;
};
