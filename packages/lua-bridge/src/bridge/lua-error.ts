import type { LuaValue } from './lua-value.js';

const BRAND = Symbol.for('@moonwire/lua-bridge/error');

/** What is known about a failed run. */
export interface LuaErrorDetails {
  readonly code?: string | undefined;
  readonly reason?: string;
  readonly line?: number;
  readonly chunk?: string;
  readonly traceback?: string;
  readonly suggestion?: string | undefined;
  readonly field?: string | undefined;
  readonly column?: number | undefined;
  readonly incomplete?: boolean;
  readonly cause?: unknown;
  readonly value?: LuaValue;
}

/**
 * Why a script failed. The message reads `script.lua:3: what happened`.
 * Recognise it with `isLuaError`, which also knows errors of another copy of this package.
 */
export class LuaError extends Error {
  override readonly name = 'LuaError';
  /**
   * The `code` of the host error or thrown table if that is text, else `syntax`, `runtime`, `unknown_function`,
   * `unknown_module`, `module_cycle`, `trace_failed`, `invalid_input`, `invalid_result`, `conversion`, `aborted`,
   * `queue_timeout`, `callback_expired`, `session_over`, or a limit: `limit_instructions`, `limit_time`,
   * `limit_memory`, `limit_string`, `limit_output`, `limit_host_calls`, `limit_call_depth`, `limit_source`,
   * `limit_pattern`.
   */
  readonly code: string;
  /** What happened, without the position that the message begins with. */
  readonly reason: string;
  /** Line of the script, 0 if unknown. */
  readonly line: number;
  /** Name of the chunk, empty if unknown. */
  readonly chunk: string;
  /** The Lua calls that were active, innermost first. */
  readonly traceback: string;
  /** The value the script raised, as TypeScript sees it. */
  readonly value: LuaValue;
  /** Whether the script is only the beginning of one: its syntax is right as far as it goes. */
  readonly incomplete: boolean;
  /**
   * The name that was probably meant, as after `Did you mean: `; that of the host error or thrown table, if it has one.
   */
  declare readonly suggestion?: string;
  /**
   * What is wrong, as Lua spells it: the field of an input or of a value that cannot cross, such as `items[2].price`,
   * or the path that leads to nothing, such as `app.gret`; that of the host error or thrown table, if it has one.
   */
  declare readonly field?: string;
  /** Of a syntax error: column of the text it is near, from 1. Absent if unknown. */
  declare readonly column?: number;

  constructor(message: string, details: LuaErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = details.code ?? 'runtime';
    this.reason = details.reason ?? message;
    this.line = details.line ?? 0;
    this.chunk = details.chunk ?? '';
    this.traceback = details.traceback ?? '';
    this.value = details.value;
    this.incomplete = details.incomplete ?? false;
    const { suggestion, field, column } = details;
    if (suggestion !== undefined) this.suggestion = suggestion;
    if (field !== undefined) this.field = field;
    if (column !== undefined) this.column = column;
    Object.defineProperty(this, BRAND, { value: true });
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(this, 'message', { enumerable: true });
  }

  /** What JSON holds of it: all but the cause, and the value only if JSON can hold that. */
  toJSON(): object {
    const held = Object.entries(this).filter(([name, value]) => name !== 'value' || isJson(value as LuaValue));
    return Object.fromEntries(held);
  }
}

const isJson = (value: LuaValue): boolean => {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
};

/** Whether something thrown or returned is a `LuaError`, of any copy of this package. */
export const isLuaError = (error: unknown): error is LuaError =>
  typeof error === 'object' && error !== null && BRAND in error;
