import { createLua } from '@moonwire/lua-bridge';
import { SCRIPT_NAME } from '../script-name.js';
import type { SyntaxProblem } from './protocol.js';

/**
 * Compiles a script without running it: the whole chunk is parsed, then returns before its first statement.
 * @returns The syntax error, if there is one.
 */
export const checkInWorker = async (code: string): Promise<{ problem?: SyntaxProblem }> => {
  const result = await createLua().run(`do return end ${code}`, { name: SCRIPT_NAME });
  if (result.ok || result.error.code !== 'syntax') return {};
  return { problem: { line: result.error.line ?? 1, message: result.error.message } };
};
