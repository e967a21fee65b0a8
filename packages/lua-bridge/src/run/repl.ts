import { within } from '../bridge/activity.js';
import { createThread, drive } from '../bridge/drive.js';
import { errorFromThrown, errorFromValue } from '../bridge/error-from-value.js';
import type { LuaError } from '../bridge/lua-error.js';
import { mount } from '../bridge/mount.js';
import { createNamespace } from '../bridge/namespace-tree.js';
import { type OptionNames, refuseUnknownOption } from '../bridge/option-names.js';
import { createSyntaxError } from '../bridge/syntax-error.js';
import { describe } from '../lib/base/describe.js';
import { joinSignals } from '../meter/abort.js';
import { type LuaLimits, resolveLimits } from '../meter/limits.js';
import { compile } from '../vm/compiler/compile.js';
import type { Runtime } from '../vm/state/lua-state.js';
import { encode } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { createTiers } from './compile.js';
import { Machine } from './machine.js';
import { createOverError } from './session.js';

/** What `createRepl` may be told. */
export interface ReplOptions {
  /** Values to expose, by dotted path. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Bounds of each input. Defaults as for a run, but with no limit of time. */
  readonly limits?: Partial<LuaLimits>;
  /** Called with what is printed. */
  readonly onOutput?: (text: string) => void;
  /** Called with each complete input, to keep a history. */
  readonly onHistory?: (input: string) => void;
  /** Ends the session when aborted. */
  readonly signal?: AbortSignal;
}

const OPTIONS: OptionNames<ReplOptions> = { values: true, limits: true, onOutput: true, onHistory: true, signal: true };

/** What came of a line. */
export type ReplAnswer =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'values'; readonly text: string }
  | { readonly kind: 'error'; readonly error: LuaError };

/** A session that keeps its state from line to line, also after an input that reached a limit. */
export interface Repl {
  /**
   * Evaluates a line: an expression is shown, a statement run. `incomplete` asks for more of the same input, as after
   * `for i = 1, 3 do`; it has then been kept, and the next line is added to it.
   * @param options `signal` stops this input alone, with an error `aborted`. Once the session has ended, every input is
   *   an error `session_over`.
   */
  feed(line: string, options?: { readonly signal?: AbortSignal }): Promise<ReplAnswer>;
  /** Forgets the lines kept of an incomplete input. */
  reset(): void;
  /** Stops the input that is going, and ends the session. */
  [Symbol.dispose](): void;
}

/**
 * Starts a session for an interactive prompt.
 *
 * @example
 * const repl = createRepl({ onOutput: (text) => process.stdout.write(text) });
 * await repl.feed('x = 20');
 * await repl.feed('x + 1'); // { kind: 'values', text: '21' }
 * @throws TypeError for an option or a limit that does not exist, and for a limit that is no positive number.
 */
export const createRepl = (options: ReplOptions = {}): Repl => {
  refuseUnknownOption('createRepl', options, OPTIONS);
  const ended = new AbortController();
  const { signal: disposal } = joinSignals([ended.signal, ...(options.signal ? [options.signal] : [])]);
  const machine = createMachine(options, disposal);
  let kept = '';
  return {
    feed: async (line, { signal } = {}) => {
      if (disposal.aborted) return { kind: 'error', error: createOverError() };
      const input = kept === '' ? line : `${kept}\n${line}`;
      const compiled = compileWithin(machine, input);
      kept = compiled === 'incomplete' ? input : '';
      if (compiled === 'incomplete') return { kind: 'incomplete' };
      options.onHistory?.(input);
      return compiled.ok ? evaluate(machine, compiled.chunk, signal) : { kind: 'error', error: compiled.error };
    },
    reset: () => {
      kept = '';
    },
    [Symbol.dispose]: () => {
      ended.abort(new Error('the Lua session was disposed of'));
    },
  };
};

const createMachine = ({ values = {}, limits, onOutput }: ReplOptions, disposal: AbortSignal): Machine => {
  const resolved = resolveLimits({ timeMs: Infinity, ...limits });
  const root = createNamespace();
  for (const [path, value] of Object.entries(values)) mount(root, path, value, resolved.stringBytes);
  return new Machine({
    limits: resolved,
    root,
    onOutput,
    disposal,
    seed: Date.now(),
    modules: [],
    tiers: createTiers(),
  });
};

/* A text beyond the limit of sources ends nothing. */
const compileWithin = (machine: Machine, input: string): Input => {
  try {
    return machine.peek(() => compileInput(machine.runtime, input));
  } catch (thrown) {
    return { ok: false, error: errorFromThrown(thrown) };
  }
};

type Input = 'incomplete' | { ok: true; chunk: Value } | { ok: false; error: LuaError };

/* Tries the input as an expression first, which Lua's own prompt wants marked by `=`, then as statements. */
const compileInput = (runtime: Runtime, input: string): Input => {
  const name = encode('=stdin');
  const expression = compile(runtime.L, encode(`return ${input.replace(/^=/, '')}`), name);
  if (expression.ok) return expression;
  const statements = compile(runtime.L, encode(input), name);
  if (statements.ok) return statements;
  const error = createSyntaxError(runtime, statements, input);
  return error.incomplete ? 'incomplete' : { ok: false, error };
};

const evaluate = async (machine: Machine, chunk: Value, signal: AbortSignal | undefined): Promise<ReplAnswer> => {
  const { runtime } = machine;
  let text = '';
  const result = await machine.perform(async (activity) => {
    machine.expose();
    const thread = createThread(runtime, chunk, []);
    const ending = await drive(runtime, thread, 0, activity).catch((thrown: unknown): never => {
      throw errorFromThrown(thrown, thread);
    });
    return within(runtime, activity, () => {
      if (!ending.ok) throw errorFromValue(runtime, ending.error, ending.thread);
      text = ending.values.map((value) => describe(runtime, value)).join('\t');
      return [];
    });
  }, signal);
  return result.ok ? { kind: 'values', text } : { kind: 'error', error: result.error };
};
