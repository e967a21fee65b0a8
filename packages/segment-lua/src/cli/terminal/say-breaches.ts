import type { ViolationTally } from '../../import/violation-tally.js';
import { printable } from './table.js';
import { countOff } from './terminal.js';

/** More kinds than this are told by their number. */
const MOST_SHOWN = 20;

/** Says in which ways events break a plan, the most frequent first, each with an example. */
export const sayBreaches = (tally: ViolationTally, say: (line: string) => void): void => {
  const breaches = tally.list();
  for (const { count, event, type, message, example } of breaches.slice(0, MOST_SHOWN))
    say(printable(`  ${count.toLocaleString('en')} × ${event}: ${message} [${type}] (first: ${example})`));
  const more = breaches.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, tally.others());
  if (more > 0) say(`  and ${countOff(more, 'violation')} of other kinds`);
};
