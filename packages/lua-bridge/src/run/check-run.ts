import { LuaError } from '../bridge/lua-error.js';
import { isModules } from '../bridge/modules.js';
import { findUnknownOption, type KnownNames, type OptionNames } from '../bridge/option-names.js';
import { defaultLimits } from '../meter/limits.js';
import { NO_USAGE } from '../meter/usage.js';
import type { RunOutcome } from './result.js';
import type { RunOptions } from './run-script.js';

const OPTIONS: OptionNames<RunOptions> = {
  name: true,
  args: true,
  signal: true,
  globals: true,
  modules: true,
  result: true,
  coverage: true,
  trace: true,
  onOutput: true,
};

/** What is said once and for all when a script is prepared. */
export const NAME_ALONE: OptionNames<Pick<RunOptions, 'name'>> = { name: true };

/** What belongs to the sandbox. */
const findInSandbox = (name: string): string | undefined => {
  if (Object.hasOwn(defaultLimits, name)) return `Did you mean: createLua({ limits: { ${name}: … } })`;
  return name === 'limits' || name === 'seed' ? `Did you mean: createLua({ ${name}: … })` : undefined;
};

/** The result of a run that could not begin. */
export const failRun = (error: LuaError): RunOutcome & { ok: false } => ({
  ok: false,
  error,
  output: '',
  usage: NO_USAGE,
});

/**
 * What is wrong with what a run is given, as the error of its result; undefined if nothing is. Types tell it before,
 * but not everybody has them.
 *
 * @param known The options that it may be given.
 */
export const checkRun = (
  code: unknown,
  options: RunOptions<unknown>,
  known: KnownNames = OPTIONS,
): LuaError | undefined => {
  if (typeof options !== 'object' || (options as unknown) === null)
    return refuse('the options must be an object', options);
  const { name, args, signal, globals, modules, result, coverage, trace, onOutput } = options;
  if (typeof code !== 'string') return refuse('the code must be a text', code);
  if (name !== undefined && typeof name !== 'string') return refuse("'name' must be a text", name, 'name');
  if (args !== undefined && !Array.isArray(args)) return refuse("'args' must be an array", args, 'args');
  if (signal !== undefined && !isSignal(signal)) return refuse("'signal' must be an AbortSignal", signal, 'signal');
  if (globals !== undefined && !isRecord(globals)) return refuse("'globals' must be an object", globals, 'globals');
  if (modules !== undefined && !isModules(modules))
    return refuse("'modules' must be an object or a function", modules, 'modules');
  if (result !== undefined && !isSchema(result))
    return refuse("'result' must be a Standard Schema (of zod, valibot, arktype …)", result, 'result');
  if (coverage !== undefined && (coverage as unknown) !== 'lines')
    return refuse("'coverage' must be 'lines'", coverage, 'coverage');
  if (trace !== undefined && typeof trace !== 'function') return refuse("'trace' must be a function", trace, 'trace');
  if (onOutput !== undefined && typeof onOutput !== 'function')
    return refuse("'onOutput' must be a function", onOutput, 'onOutput');
  const unknown = findUnknownOption(options, known, findInSandbox);
  if (unknown === undefined) return undefined;
  return new LuaError(`run: ${unknown.message}`, { code: 'invalid_input', field: unknown.name });
};

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSchema = (value: unknown): boolean =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && '~standard' in value;

const isSignal = (signal: unknown): boolean =>
  typeof signal === 'object' && signal !== null && 'aborted' in signal && 'addEventListener' in signal;

const refuse = (expected: string, given: unknown, field?: string): LuaError =>
  new LuaError(`run: ${expected}, got ${nameType(given)}`, { code: 'invalid_input', field });

const nameType = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  const made = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name;
  return made === undefined || made === 'Object' ? 'an object' : `a value of ${made}`;
};
