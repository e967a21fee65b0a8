import { check } from '@moonwire/lua-bridge';

import type { SyntaxProblem } from '../protocol/messages.js';

/**
 * Compiles a script without running it.
 * @returns The syntax error, if there is one.
 */
export const checkInWorker = (code: string): { problem?: SyntaxProblem } => {
  const [problem] = check(code);
  return problem ? { problem } : {};
};
