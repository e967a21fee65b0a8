import { describeValues } from '../../../host/describe-values.js';
import { jsonText } from '../../../host/json-text.js';
import type { FailedDelivery, PlannedRequest, RunError, RunResult } from '../../../host/run-result.js';
import { sayTarget, sayTargetFirst } from '../../../host/target.js';
import { isRedis, nameDrain, namePlace, type QueueAim } from '../../session/queue-place.js';
import type { Session } from '../../session/session.js';
import { chooseColors, complain, countOff, measureTerminal, say } from '../../terminal/terminal.js';
import { layOutReceived } from './received-table.js';
import type { RunFlags } from './run-command.js';

const FAILURES_SHOWN = 20;

/** What a run cost, on one line: `6 calls · 2 batches · 41 ms`. */
const writeCost = ({ calls, usage }: RunResult): string =>
  [
    countOff(calls.length, 'call'),
    countOff(usage.batches, 'batch', 'batches'),
    `${Math.round(usage.timeMs).toLocaleString('en')} ms`,
  ].join(' · ');

const reportError = (error: RunError, failed: readonly FailedDelivery[]): void => {
  const paint = chooseColors(process.stderr);
  complain(`${paint.red(error.message)} ${paint.dim(`[${error.code}]`)}`);
  for (const delivery of failed.slice(0, FAILURES_SHOWN)) {
    complain(`  line ${delivery.line}: ${delivery.operation} ${delivery.messageId}: ${delivery.error.message}`);
  }
  if (failed.length > FAILURES_SHOWN) complain(`  … and ${failed.length - FAILURES_SHOWN} more`);
};

const countEvents = (count: number): string => {
  if (count === 1) return '1 event';
  return `${count === 0 ? 'no' : count.toLocaleString('en')} events`;
};

const reportReceived = async (session: Session, result: RunResult): Promise<void> => {
  const paint = chooseColors(process.stdout);
  const events = session.received?.();
  say();
  say(
    paint.bold(
      `${sayTargetFirst(session.target)} received ${countEvents(events?.length ?? result.deliveries.delivered)}`,
    ),
  );
  if (events && events.length > 0) {
    const [header = '', ...lines] = await layOutReceived(events, measureTerminal());
    [paint.dim(header), ...lines].forEach(say);
  }
  say();
  say(paint.dim(writeCost(result)));
};

const reportPlanned = (planned: readonly PlannedRequest[], result: RunResult): void => {
  const paint = chooseColors(process.stdout);
  say();
  const requests = planned.length === 1 ? '1 request' : `${planned.length} requests`;
  say(paint.bold(`Would send ${requests} to ${sayTarget(result.target)}; nothing was sent`));
  for (const { line, account, method, url, body } of planned) {
    say(`${paint.dim(`line ${line}, ${account}:`)} ${method} ${url}`);
    if (body !== undefined) say(JSON.stringify(body, null, 2));
  }
  say();
  say(paint.dim(writeCost(result)));
};

/** Prints what came of a run, for people: events and cost on standard output, the error on standard error. */
export const reportRun = async (result: RunResult, session: Session, flags: RunFlags): Promise<void> => {
  if (!flags.quiet && result.values.length > 0) say(describeValues(result.values));
  if (!flags.quiet && result.planned) reportPlanned(result.planned, result);
  else if (!flags.quiet) await reportReceived(session, result);
  if (!flags.quiet && flags.queue !== undefined) reportKept(result.deliveries.kept ?? 0, flags.queue, flags);
  if (result.error) reportError(result.error, result.deliveries.failed);
  reportHints(result);
};

/** What waits is no failure, but somebody has to send it. */
const reportKept = (kept: number, place: string, aim: QueueAim): void => {
  if (kept === 0) return;
  const next = isRedis(place) ? '' : 'The next run on it sends what is there, and so does ';
  const sends = isRedis(place) ? ' sends them' : '';
  complain(
    `${countOff(kept, 'event waits', 'events wait')} in ${namePlace(place)}. ${next}${nameDrain(place, aim)}${sends}.`,
  );
};

const reportHints = ({ hints = [] }: RunResult): void => {
  for (const { line, hint } of hints) complain(`  hint: line ${line}: ${hint}`);
};

/** Prints a run as one JSON object: the result, and `received`, the events that arrived. */
export const reportRunAsJson = (result: RunResult, session: Session): void => {
  const { error, ...rest } = result;
  const report = error && {
    code: error.code,
    message: error.message,
    line: error.line,
    traceback: error.traceback,
    suggestion: error.suggestion,
    field: error.field,
  };
  say(
    jsonText(
      { ...rest, ...(report && { error: report }), ...(session.received && { received: session.received() }) },
      2,
    ),
  );
  if (error) reportError(error, result.deliveries.failed);
  reportHints(result);
};
