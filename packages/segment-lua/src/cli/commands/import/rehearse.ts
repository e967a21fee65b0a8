import type { ImportOutcome } from '../../../import/import-file.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { sayBroken } from './import-report.js';
import { carryOut, choosePaths, open, type Order } from './order.js';

/** What came of taking every row through the map without sending. */
export interface Rehearsed {
  readonly outcome: ImportOutcome;
  /** Whether rows may be sent now. */
  readonly mayGoOn: boolean;
}

/**
 * Whether rows are to be taken through the map before any is sent: where there is a plan they may break.
 * @throws UsageError where that is needed and cannot be done, or where there is no plan to break.
 */
export const needsRehearsal = ({ names, flags: { onViolation, dryRun }, session: { options } }: Order): boolean => {
  if (options.plan === undefined && onViolation !== undefined)
    throw new UsageError('--on-violation says what becomes of events that break a plan; give the plan by --plan FILE');
  if (options.plan === undefined || dryRun) return false;
  if (!names.includes('-')) return true;
  if (onViolation !== undefined) return false;
  throw new UsageError(
    'standard input is read once, so what breaks the plan cannot be told before sending; ' +
      'give a file, or say by --on-violation what becomes of it',
  );
};

/** Takes every row through the map, sends nothing, and tells which rows break what. */
export const rehearse = async (order: Order): Promise<Rehearsed> => {
  const opened = await open(order, 'rehearsal');
  const before = opened.counts.rows;
  const outcome = await carryOut(opened, order.session);
  const { broken, error } = outcome;
  const nothing = { ...outcome, counts: { rows: 0, delivered: 0, failed: 0 }, reasons: [] };
  if (order.signal.aborted || error !== undefined || broken === undefined) return { outcome: nothing, mayGoOn: false };
  sayBroken(broken, opened.counts.rows - before, complain);
  const mayGoOn = order.flags.onViolation !== undefined || broken.rows() === 0;
  if (!mayGoOn) {
    const { failuresPath } = choosePaths(order);
    complain(
      `Nothing was sent. Say what becomes of them: --on-violation report sends them as they are, ` +
        `reject keeps them in ${failuresPath}, omit leaves out what breaks the plan.`,
    );
  }
  return { outcome: nothing, mayGoOn };
};
