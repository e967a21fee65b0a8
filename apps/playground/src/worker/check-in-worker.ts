import { check } from '@moonwire/lua-bridge';

import type { CheckedScript, Findings } from '../protocol/messages.js';
import { checkUses } from './check-uses.js';

/** Checks a script without running it. */
export const checkInWorker = async ({ code, uses, accounts }: CheckedScript): Promise<Findings> => {
  const [problem] = check(code);
  return problem ? { problem, misuses: [] } : { misuses: await checkUses(uses, accounts) };
};
