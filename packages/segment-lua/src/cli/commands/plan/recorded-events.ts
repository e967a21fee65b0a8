import { createInference } from '@moonwire/segment-sdk/plan';

import { isImportError } from '../../../import/import-error.js';
import { openRows } from '../../../import/open-rows.js';
import { openSource } from '../../../import/source.js';
import { createViolationTally } from '../../../import/violation-tally.js';
import { readPlanFile, writePlanFile } from '../../session/plan-file.js';
import { EXIT } from '../../terminal/exit-code.js';
import { sayBreaches } from '../../terminal/say-breaches.js';
import { complain, countOff, say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { InferFlags, PlanCheckFlags } from './plan-command.js';

/** Learns a plan from recorded events, and writes it. */
export const inferPlan = async (files: readonly string[], { name, out }: InferFlags): Promise<void> => {
  const inference = createInference();
  let events = 0;
  let others = 0;
  for (const file of files)
    for await (const { event } of readEvents(file)) {
      if (event !== undefined && inference.add(event)) events += 1;
      else others += 1;
    }
  if (events === 0) throw new UsageError(`no events in ${files.join(', ')}: objects with type or event were expected`);
  const plan = inference.finish();
  await writePlanFile(out, { ...(name !== undefined && { name }), ...plan });
  complain(`Learned ${countOff(plan.rules.length, 'rule')} from ${countOff(events, 'event')}.`);
  if (others > 0) complain(`${countOff(others, 'row')} passed over: no events.`);
  if (inference.skipped() > 0)
    complain(`${countOff(inference.skipped(), 'event')} passed over: a plan holds 2,000 rules.`);
};

/** Says what recorded events break of a plan. */
export const checkEvents = async (files: readonly string[], { plan: path, json }: PlanCheckFlags): Promise<void> => {
  const plan = await readPlanFile(path);
  const tally = createViolationTally();
  let unreadable = 0;
  for (const file of files)
    for await (const { event, line } of readEvents(file)) {
      if (typeof event !== 'object' || event === null) unreadable += 1;
      else tally.add(event, plan.check(event), `${file}:${line}`);
    }
  const [events, broken] = [tally.events(), tally.broken()];
  if (json) sayJson({ events, broken, unreadable, breaches: tally.list() });
  else {
    say(`${broken.toLocaleString('en')} of ${countOff(events, 'event')} break the plan.`);
    sayBreaches(tally, say);
    if (unreadable > 0) say(`${countOff(unreadable, 'row')} could not be read.`);
  }
  if (broken > 0 || unreadable > 0) process.exitCode = EXIT.failed;
};

interface RecordedEvent {
  /** Nothing where a row could not be read. */
  readonly event: unknown;
  readonly line: number;
}

/** The events of a file, one after another: as they were sent, in batches, or as a simulator has recorded them. */
async function* readEvents(file: string): AsyncGenerator<RecordedEvent> {
  try {
    const source = await openSource(file);
    const { batches } = await openRows(source, file, {});
    for await (const batch of batches)
      for (const row of batch) {
        if ('content' in row && 'columns' in row.content)
          throw new UsageError(`${file} is CSV; events are read from NDJSON or JSON`);
        const value = 'content' in row && 'json' in row.content ? parse(row.content.json) : undefined;
        for (const event of unpack(value)) yield { event, line: row.line };
      }
  } catch (error) {
    throw isImportError(error) ? new UsageError(`cannot read '${file}': ${error.message}`) : error;
  }
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

const unpack = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [undefined];
  if ('batch' in value && Array.isArray(value.batch)) return value.batch;
  const isRecord = 'body' in value && typeof value.body === 'object' && value.body !== null && 'type' in value.body;
  return [isRecord ? value.body : value];
};
