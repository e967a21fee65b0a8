import { createThread, drive } from '../bridge/drive.js';
import { errorFromThrown, errorFromValue } from '../bridge/error-from-value.js';
import type { LuaError } from '../bridge/lua-error.js';
import { createNamespace, mount } from '../bridge/mount.js';
import { exposeAll } from '../bridge/namespace.js';
import { createSyntaxError } from '../bridge/syntax-error.js';
import { describe } from '../lib/base/describe.js';
import { type LuaLimits, resolveLimits } from '../meter/limits.js';
import { compile } from '../vm/compiler/compile.js';
import type { Runtime } from '../vm/state/lua-state.js';
import { encode } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { capture } from './output.js';
import { createState } from './state.js';

/** What `createRepl` may be told. */
export interface ReplOptions {
  /** Values to expose, by dotted path. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Bounds of the whole session. Defaults as for a run, but with no limit of time. */
  readonly limits?: Partial<LuaLimits>;
  /** Called with what is printed. */
  readonly onOutput?: (text: string) => void;
  /** Called with each complete input, to keep a history. */
  readonly onHistory?: (input: string) => void;
}

/** What came of a line. */
export type ReplAnswer =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'values'; readonly text: string }
  | { readonly kind: 'error'; readonly error: LuaError };

/** A session that keeps its state from line to line. */
export interface Repl {
  /**
   * Evaluates a line: an expression is shown, a statement run. `incomplete` asks for more of the same input, as after
   * `for i = 1, 3 do`; it has then been kept, and the next line is added to it.
   */
  feed(line: string): Promise<ReplAnswer>;
  /** Forgets the lines kept of an incomplete input. */
  reset(): void;
}

/**
 * Starts a session for an interactive prompt.
 *
 * @example
 * const repl = createRepl({ onOutput: (text) => process.stdout.write(text) });
 * await repl.feed('x = 20');
 * await repl.feed('x + 1'); // { kind: 'values', text: '21' }
 */
export const createRepl = (options: ReplOptions = {}): Repl => {
  const runtime = createSession(options);
  let kept = '';
  return {
    feed: async (line) => {
      const input = kept === '' ? line : `${kept}\n${line}`;
      const compiled = compileInput(runtime, input);
      kept = compiled === 'incomplete' ? input : '';
      if (compiled === 'incomplete') return { kind: 'incomplete' };
      options.onHistory?.(input);
      return compiled.ok ? evaluate(runtime, compiled.chunk) : { kind: 'error', error: compiled.error };
    },
    reset: () => {
      kept = '';
    },
  };
};

const createSession = ({ values = {}, limits, onOutput }: ReplOptions): Runtime => {
  const output = capture(onOutput);
  const resolved = resolveLimits({ timeMs: Infinity, ...limits });
  const runtime = createState({
    limits: resolved,
    write: output.write,
    abort: undefined,
    seed: Date.now(),
    modules: {},
  });
  const root = createNamespace();
  for (const [path, value] of Object.entries(values)) mount(root, path, value, resolved.stringBytes);
  exposeAll(runtime.L, root);
  return runtime;
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

const evaluate = async (runtime: Runtime, chunk: Value): Promise<ReplAnswer> => {
  const thread = createThread(runtime, chunk, []);
  runtime.main = thread;
  try {
    const ending = await drive(runtime, thread, 0);
    if (!ending.ok) return { kind: 'error', error: errorFromValue(runtime, ending.error, ending.thread) };
    return { kind: 'values', text: ending.values.map((value) => describe(runtime, value)).join('\t') };
  } catch (thrown) {
    return { kind: 'error', error: errorFromThrown(thrown, thread) };
  }
};
