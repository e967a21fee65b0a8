import type { CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';

import { describeValues } from '../host/describe-values.js';
import { jsonText } from '../host/json-text.js';
import type { PlannedRequest, RunResult } from '../host/run-result.js';
import { sayTarget, SIMULATOR } from '../host/target.js';
import { capText, countBytes, MAX_TEXT_BYTES } from './capped-text.js';

/** Any object, said in words that every client knows: some refuse a whole server for a schema they do not. */
export const anyObject = z
  .record(z.string(), z.unknown())
  .meta({ propertyNames: undefined, additionalProperties: true });

const errorShape = z.object({
  code: z.string(),
  message: z.string(),
  line: z.number().optional(),
  traceback: z.string().optional(),
  suggestion: z.string().optional(),
  field: z.string().optional(),
});

/** A run as the tool answers it. */
export const runAnswer = z.object({
  ok: z.boolean(),
  target: z.string().describe('Whom the script talked to: simulator, segment (us), or an address'),
  output: z.string().describe('What it printed; the middle of what is long is left out'),
  values: z.array(z.unknown().describe('Any value')).describe('What it returned'),
  error: errorShape.optional(),
  hints: z
    .array(z.object({ line: z.number(), hint: z.string() }))
    .optional()
    .describe('What to write instead, or what is probably not meant'),
  calls: z.array(anyObject).describe('The first calls'),
  deliveries: z.object({
    queued: z.number(),
    delivered: z.number(),
    dropped: z.number(),
    kept: z.number().optional().describe('Events that wait in a queue, to be delivered later'),
    failed: z.array(anyObject),
  }),
  planned: z.array(anyObject).optional().describe('The first requests that a dry run did not send'),
  left_out: anyObject.optional().describe('How much is not in the lists above, by their names'),
  usage: anyObject,
});

/** Shares of what the structured answer may take; together less than the whole. */
const SHARES = { output: 0.25, values: 0.25, calls: 0.2, failed: 0.1, planned: 0.2 } as const;

/** Answers a call of the tool: everything in text, and again as data, each cut where it is long. */
export const answerRun = (result: RunResult): CallToolResult => ({
  content: [{ type: 'text', text: capText(writeText(result)) }],
  structuredContent: structure(result),
  isError: !result.ok,
});

const writeText = ({ output, values, planned, error, hints = [], deliveries, target }: RunResult): string => {
  const said = [
    output.trimEnd(),
    describeValues(values),
    planned && describePlanned(planned, target),
    error && `${error.message} [${error.code}]`,
    ...hints.map(({ line, hint }) => `hint: line ${line}: ${hint}`),
    deliveries.queued > 0 && !planned && describeDelivery(deliveries, target),
  ];
  return said.filter(Boolean).join('\n') || 'Done. The script printed and returned nothing.';
};

const describeDelivery = ({ delivered, queued, kept = 0 }: RunResult['deliveries'], target: string): string => {
  const waiting = kept > 0 ? ` ${kept} are safe in a queue, and delivered later.` : '';
  return `${delivered} of ${queued} events delivered to ${nameForPeople(target)}.${waiting}`;
};

/** A target in a sentence; that the simulator is not Segment is said wherever something was delivered to it. */
export const nameForPeople = (target: string): string =>
  target === SIMULATOR ? `${sayTarget(target)} (nothing reaches Segment)` : sayTarget(target);

const describePlanned = (planned: readonly PlannedRequest[], target: string): string => {
  const requests = planned.map(
    ({ line, account, method, url, body }) =>
      `line ${line}, ${account}: ${method} ${url}${body === undefined ? '' : ` ${jsonText(body)}`}`,
  );
  const count = planned.length === 1 ? '1 request' : `${planned.length} requests`;
  return [`Dry run: ${count} would go to ${sayTarget(target)}; nothing was sent.`, ...requests].join('\n');
};

const structure = (run: RunResult): Record<string, unknown> => {
  const { error, calls, deliveries, planned, values, output, ...rest } = run;
  const kept = {
    values: keepSome(values, SHARES.values),
    calls: keepSome(calls, SHARES.calls),
    failed: keepSome(deliveries.failed, SHARES.failed),
    ...(planned && { planned: keepSome(planned, SHARES.planned) }),
  };
  const leftOut = Object.entries(kept).filter(([, { left }]) => left > 0);
  const result = {
    ...rest,
    output: capText(output, MAX_TEXT_BYTES * SHARES.output),
    values: kept.values.items,
    calls: kept.calls.items,
    deliveries: { ...deliveries, failed: kept.failed.items },
    ...(kept.planned && { planned: kept.planned.items }),
    ...(leftOut.length > 0 && { left_out: Object.fromEntries(leftOut.map(([name, { left }]) => [name, left])) }),
    ...(error && { error: errorShape.parse(capError(error)) }),
  };
  return JSON.parse(jsonText(result)) as Record<string, unknown>;
};

/** A message may quote what a script made. */
const capError = (error: NonNullable<RunResult['error']>): object => ({
  ...error,
  message: capText(error.message, MAX_ERROR_BYTES),
  ...(error.traceback !== undefined && { traceback: capText(error.traceback, MAX_ERROR_BYTES) }),
});

const MAX_ERROR_BYTES = 2_000;

/** The first items of a list that fit into a share of the answer, and how many did not. */
const keepSome = (list: readonly unknown[], share: number): { readonly items: unknown[]; readonly left: number } => {
  let room = MAX_TEXT_BYTES * share;
  const items: unknown[] = [];
  for (const item of list) {
    room -= countBytes(jsonText(item ?? null));
    if (room < 0) break;
    items.push(item);
  }
  return { items, left: list.length - items.length };
};
