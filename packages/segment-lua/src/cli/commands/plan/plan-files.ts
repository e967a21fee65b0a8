import { comparePlans, describePlan, writePlanTypes } from '@moonwire/segment-sdk/plan';

import { readPlanFile, writePlanFile } from '../../session/plan-file.js';
import { EXIT } from '../../terminal/exit-code.js';
import { sayJson } from '../../terminal/terminal.js';
import { writeText } from '../../terminal/write-text.js';
import type { ConvertFlags, DiffFlags, OutFlags } from './plan-command.js';
import { sayChanges } from './say-changes.js';

/** Says what differs between two plans; the exit code is that of `diff`. */
export const diffPlans = async (before: string, after: string, { json }: DiffFlags): Promise<void> => {
  const changes = comparePlans((await readPlanFile(before)).document, (await readPlanFile(after)).document);
  if (json) sayJson(changes);
  else sayChanges(changes);
  if (changes.length > 0) process.exitCode = EXIT.failed;
};

/** Writes a plan's types. */
export const writeTypes = async (file: string, { out }: OutFlags): Promise<void> =>
  writeText(out, writePlanTypes((await readPlanFile(file)).document));

/** Writes a plan as one JSON Schema. */
export const writeSchema = async (file: string, { out }: OutFlags): Promise<void> =>
  writeText(out, `${JSON.stringify(describePlan((await readPlanFile(file)).document), undefined, 2)}\n`);

/** Writes a plan of any form in another one. */
export const convertPlan = async (file: string, { out, to }: ConvertFlags): Promise<void> =>
  writePlanFile(out, (await readPlanFile(file)).document, to);
