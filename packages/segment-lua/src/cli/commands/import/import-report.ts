import { sayTarget } from '../../../host/target.js';
import type { ImportOutcome } from '../../../import/import-file.js';
import type { BrokenRows } from '../../../import/plan-watch.js';
import type { Kept } from '../../../import/relays.js';
import { nameDrain, namePlace, type QueueAim } from '../../session/queue-place.js';
import { sayBreaches } from '../../terminal/say-breaches.js';
import { countOff, say } from '../../terminal/terminal.js';
import type { ImportFlags } from './import-command.js';

/** What is told of an import. */
interface Told {
  readonly outcome: ImportOutcome;
  /** What broke a plan, where that was told before. */
  readonly rehearsed?: BrokenRows | undefined;
  /** Whom it delivered to. */
  readonly target: string;
  readonly failuresPath: string;
  readonly seconds: number;
  readonly flags: ImportFlags;
}

/** So many reasons of failures are told; all of them are in the file. */
const TOLD_REASONS = 10;

/** Says what came of an import, in words or as JSON. */
export const reportImport = (told: Told): void => {
  if (told.flags.json) sayData(told);
  else sayWords(told);
};

const sayData = ({ outcome, rehearsed, target, failuresPath, seconds, flags }: Told): void => {
  const { counts, reasons, shown, broken = rehearsed } = outcome;
  const { rows, failed } = counts;
  const { delivered, waiting, refused } = divide(outcome);
  const kept = flags.queue === undefined ? {} : { kept: waiting, refused };
  const events = flags.dryRun ? { dryRun: true, events: delivered } : { delivered, ...kept };
  const failures = failed > 0 && !flags.dryRun ? { failures: failuresPath } : {};
  say(
    JSON.stringify({
      target,
      rows,
      ...events,
      failed,
      seconds: Math.round(seconds * 100) / 100,
      ...failures,
      ...(reasons.length > 0 && { reasons }),
      ...(broken && { plan: { broken: broken.rows(), breaches: broken.tally.list() } }),
      ...(shown && { shown: shown.map((event) => JSON.parse(event) as unknown) }),
    }),
  );
};

/** Rows are done with when a queue has their events; what has become of those is another matter. */
const divide = ({ counts, kept: { waiting, refused } }: ImportOutcome): Kept & { readonly delivered: number } => {
  // The queue may hold events of others, too.
  const left = Math.min(waiting, counts.delivered - refused);
  return { delivered: counts.delivered - refused - left, waiting: left, refused };
};

const sayKept = ({ waiting, refused }: Kept, place: string, aim: QueueAim): void => {
  const where = namePlace(place);
  if (waiting > 0)
    say(`${countOff(waiting, 'event waits', 'events wait')} in ${where}: ${nameDrain(place, aim)} sends them.`);
  if (refused > 0)
    say(`Segment refused ${countOff(refused, 'event')} for good: segment-lua queue dead ${where} says why.`);
};

const sayWords = ({ outcome, target, failuresPath, seconds, flags }: Told): void => {
  const { counts, reasons, shown = [] } = outcome;
  const { delivered, waiting, refused } = divide(outcome);
  for (const event of shown) say(event);
  const verb = flags.dryRun ? 'would go' : 'delivered';
  const parts = [
    countOff(counts.rows, 'row'),
    `${countOff(delivered, 'event')} ${verb} to ${sayTarget(target)}`,
    `${countOff(counts.failed, 'row')} failed`,
  ];
  say(
    `${parts.join(', ')}, in ${seconds.toFixed(1)} s.${flags.dryRun ? ' Nothing was sent: this was a dry run.' : ''}`,
  );
  sayKept({ waiting, refused }, flags.queue ?? '', flags);
  if (outcome.broken) sayBroken(outcome.broken, counts.rows, say);
  for (const { count, message } of reasons.slice(0, TOLD_REASONS)) say(`  ${count.toLocaleString('en')} × ${message}`);
  if (reasons.length > TOLD_REASONS) say(`  and ${countOff(reasons.length - TOLD_REASONS, 'more reason')}`);
  if (counts.failed > 0 && !flags.dryRun) say(`What failed is in ${failuresPath}; import that file to try again.`);
};

/** `2 of 5 rows break the plan.`, and in which ways. */
export const sayBroken = ({ rows, tally }: BrokenRows, all: number, say: (line: string) => void): void => {
  const broken = rows();
  if (broken === 0) say(`${countOff(all, 'row')} checked: none breaks the plan.`);
  else say(`${broken.toLocaleString('en')} of ${countOff(all, 'row')} ${broken === 1 ? 'breaks' : 'break'} the plan.`);
  sayBreaches(tally, say);
};
