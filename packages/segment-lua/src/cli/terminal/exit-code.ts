import { CommanderError } from '@commander-js/extra-typings';

import { complain } from './terminal.js';
import { isUsageError } from './usage-error.js';

/** What the process ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Reports what a command threw, unless commander has done so, and says how the process ends. */
export const reportFailure = (error: unknown): number => {
  // Ctrl-C at a question.
  if (error instanceof Error && error.name === 'ExitPromptError') return EXIT.interrupted;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  complain(`segment-lua: ${error instanceof Error ? error.message : String(error)}`);
  return isUsageError(error) ? EXIT.usage : EXIT.failed;
};
