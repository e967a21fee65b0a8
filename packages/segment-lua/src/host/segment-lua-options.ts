import type { Lua, LuaLimits, LuaModules, LuaOptions } from '@moonwire/lua-bridge';
import type { Queue, Transport } from '@moonwire/segment-sdk';
import type { AxiosAdapter } from 'axios';

import type { SegmentRegistry } from '../accounts/account-source.js';
import type { ClientOptions, SegmentAccount } from '../accounts/segment-account.js';
import type { PlanSettings } from './account-plan.js';
import type { HintFinder } from './hint-finder.js';
import type { HoldStore } from './hold-store.js';
import type { Policy, ProposedCall } from './policy.js';
import type { CallRecord } from './run-result.js';

/** Where scripts run. */
export type LuaSandbox = Pick<Lua, 'run'>;

/** Makes the sandbox that a run happens in: `createLua`, `createLuaWorker`, or a function that calls one of them. */
export type Sandbox = (options: Pick<LuaOptions, 'limits'>) => LuaSandbox & Disposable;

/** What may differ from run to run. */
export interface RunOptions {
  /** The chunk's name in positions: `script.lua` in `script.lua:3: …`. Default `script.lua`. */
  readonly name?: string;
  /** Given to the script as the global `args`. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** More functions and values for the script, by dotted path, mounted as lua-bridge mounts them. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** Stops the script; events that are queued by then are still delivered. */
  readonly signal?: AbortSignal;
  /** The account that unqualified calls use. Default: the registry's default. */
  readonly account?: string;
  /** Told what the script prints, as it prints it. */
  readonly onOutput?: (text: string) => void;
  /**
   * Told of each call that is about to be made, and waited for; rejects to refuse it. Not asked in a dry run, nor about
   * what the policy denies.
   */
  readonly beforeCall?: (call: ProposedCall) => void | Promise<void>;
  /** Told of each call as it ends. */
  readonly onCall?: (call: CallRecord) => void;
  /** What the script can `require`: sources or values by name, or a function that is asked. Default: nothing. */
  readonly modules?: LuaModules;
  /**
   * Ends the run this many milliseconds after its start, delivery included: the script is stopped, and events that are
   * not delivered by then fail. Default: the script's limits and the client's patience.
   */
  readonly deadlineMs?: number;
  /** Checks every call and shows its request in `planned`, and sends nothing. Default false. */
  readonly dryRun?: boolean;
}

/** What a host is created with. Defaults of {@link RunOptions} may be given here, too. */
export interface SegmentLuaOptions extends Omit<RunOptions, 'name' | 'args' | 'signal' | 'deadlineMs'> {
  /**
   * The tracking plan that events are held to, by `createPlan` of `@moonwire/segment-sdk/plan`: one for all accounts,
   * or a function that gives the one of each.
   */
  readonly plan?: PlanSettings['plan'];
  /**
   * What becomes of an event that breaks it: the call fails with `plan_violation` (`reject`, the default), `onError`
   * of the client is told (`report`), or what breaks it is left out (`omit`).
   */
  readonly onViolation?: PlanSettings['onViolation'];
  /** The accounts by name, or a registry of them. Default: none, or the simulated ones with `simulator`. */
  readonly accounts?: Readonly<Record<string, SegmentAccount>> | SegmentRegistry;
  /** A simulator (from `@moonwire/segment-sdk/simulator`) that is talked to in the place of Segment. */
  readonly simulator?: { readonly transport: Transport } | { readonly adapter: AxiosAdapter };
  /** What a script may use up. Defaults: those of the sandbox. */
  readonly limits?: Partial<LuaLimits>;
  /** What a script may call. Default: everything. */
  readonly policy?: Policy;
  /** `confirm`: each tracking call waits for Segment's answer. Default `batch`: the end of the run does. */
  readonly delivery?: 'batch' | 'confirm';
  /** More options for each account's client. */
  readonly client?: ClientOptions;
  /**
   * Makes the queue that the events of an account wait in, for each run anew: `() => durableQueue({ folder })` of
   * `@moonwire/segment-sdk/durable`. A run is then over when the queue holds its events and Segment has taken as many
   * of them as it does for now: what it does not take is no failure, but waits in the queue (`deliveries.kept`), and
   * leaves with a later run on the same queue. Default: in memory, until Segment has answered for each.
   */
  readonly queue?: () => Queue;
  /**
   * Keeps the waits that Segment names (`Retry-After`), for all who share it: `createRedisHolds` of
   * `@moonwire/segment-lua/redis` for several machines. Default: all runs of this process share theirs. It is passed
   * over where `client` sends in a way of its own.
   */
  readonly holds?: HoldStore;
  /**
   * Where scripts run. Default `createLua`, in this thread; `createLuaWorker` for scripts that are not trusted. Such a
   * function makes a sandbox for each run. A sandbox that was made already, `createLuaWorker({ limits })`, serves all
   * runs, in threads that are warm; it has limits of its own, and stays open when the host is closed.
   */
  readonly sandbox?: Sandbox | LuaSandbox;
  /** Finds what to try next: `findHints` of `@moonwire/segment-lua/check`. Default: nothing does. */
  readonly hints?: HintFinder;
}
