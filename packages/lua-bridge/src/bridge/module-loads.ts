import { isLuaCall } from '../vm/calls/position.js';
import type { Frame, LuaState, ModuleLoad, Runtime } from '../vm/state/lua-state.js';
import { YIELD } from '../vm/state/status.js';
import { BridgeError } from './host-error.js';

/* The load of another thread that a thread waits for. */
const awaited = new WeakMap<LuaState, Load>();

/** A module on its way. Other threads that want it wait, so that it is asked for and run once. */
export class Load implements ModuleLoad {
  /** Settles when the load has ended, however that was. */
  readonly ended: Promise<void>;
  /** The thread of the host's making it goes on in. */
  readonly root: LuaState;
  readonly #thread: LuaState;
  readonly #frame: Frame;
  readonly #context: unknown;
  #end: () => void = () => undefined;

  /** Begins a load in the running call of `require`. */
  constructor(
    L: LuaState,
    readonly name: string,
  ) {
    this.root = L.runtime.running ?? L;
    this.#thread = L;
    this.#frame = L.frame;
    this.#context = L.frame.context;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    L.runtime.loads.set(name, this);
  }

  isGoing(): boolean {
    if (!this.root.runtime.threads.has(this.root) || this.#thread.status > YIELD) return false;
    // Frames are used again.
    if (isLuaCall(this.#frame) || this.#frame.context !== this.#context) return false;
    for (let frame: Frame | null = this.#thread.frame; frame !== null; frame = frame.previous)
      if (frame === this.#frame) return true;
    return false;
  }

  end(): void {
    this.root.runtime.loads.delete(this.name);
    this.#end();
  }
}

/**
 * The load of a module that another thread is busy with; undefined if none is.
 * @throws BridgeError `module_cycle` if it waits for this thread.
 */
export const joinLoad = (L: LuaState, name: string): Load | undefined => {
  const load = L.runtime.loads.get(name) as Load | undefined;
  if (load?.isGoing() !== true) return undefined;
  const root = L.runtime.running ?? L;
  refuseCycle(load, root);
  awaited.set(root, load);
  return load;
};

/* What a thread loads, and what the threads that wait for its end load, cannot be there before it goes on. */
const refuseCycle = (load: Load, root: LuaState): void => {
  const blocked = new Set<LuaState>();
  for (let at: LuaState | undefined = root; at !== undefined; at = at.waiter) blocked.add(at);
  const passed = new Set<LuaState>();
  for (let next: Load | undefined = load; next !== undefined; next = awaited.get(next.root)) {
    if (!blocked.has(next.root)) {
      if (passed.has(next.root)) return;
      passed.add(next.root);
      continue;
    }
    const names = namesSince(load, new Set([...blocked, ...passed]));
    throw new BridgeError('module_cycle', `Modules require each other: ${[...names, load.name].join(' → ')}`);
  }
};

const LONGEST_CHAIN = 20;

const namesSince = ({ name, root: { runtime } }: Load, involved: ReadonlySet<LuaState>): string[] => {
  const loads = [...runtime.loads.values()] as Load[];
  const names = loads.filter(({ root }) => involved.has(root)).map((load) => load.name);
  const since = names.slice(names.indexOf(name));
  return since.length > LONGEST_CHAIN ? [name, '…', ...since.slice(-LONGEST_CHAIN)] : since;
};

/** Ends the loads that an error or a limit has cut off: whoever waits for one tries for itself. */
export const endLeftLoads = ({ loads }: Runtime): void => {
  for (const load of loads.values()) if (!load.isGoing()) load.end();
};
