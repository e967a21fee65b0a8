import type { LuaValue } from './lua-value.js';

const BRAND = Symbol.for('@moonwire/lua-bridge/LuaError');

/** What is known about a failed run. */
export interface LuaErrorDetails {
  code?: string;
  line?: number;
  chunk?: string;
  traceback?: string;
  cause?: unknown;
  value?: LuaValue;
}

/**
 * Why a script failed. The message reads `script.lua:3: what happened`.
 * Recognise it with `isLuaError`, which also knows errors of another copy of this package.
 */
export class LuaError extends Error {
  override readonly name = 'LuaError';
  /**
   * The `code` of the host error or thrown table if that is text, else `syntax`, `runtime`, `unknown_function`,
   * `aborted`, `callback_expired`, or a limit: `limit_instructions`, `limit_time`, `limit_memory`, `limit_string`,
   * `limit_output`, `limit_host_calls`, `limit_call_depth`, `limit_source`, `limit_pattern`.
   */
  readonly code: string;
  /** Line of the script, 0 if unknown. */
  readonly line: number;
  /** Name of the chunk, empty if unknown. */
  readonly chunk: string;
  /** The Lua calls that were active, innermost first. */
  readonly traceback: string;
  /** The value the script raised, as TypeScript sees it. */
  readonly value: LuaValue;

  constructor(message: string, details: LuaErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = details.code ?? 'runtime';
    this.line = details.line ?? 0;
    this.chunk = details.chunk ?? '';
    this.traceback = details.traceback ?? '';
    this.value = details.value;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether something thrown or returned is a `LuaError`, of any copy of this package. */
export const isLuaError = (error: unknown): error is LuaError =>
  error instanceof Error && (error as { [BRAND]?: boolean })[BRAND] === true;
