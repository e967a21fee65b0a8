import { inputRequired, type InputRequiredResult, inputResponse } from '@modelcontextprotocol/server';

import { jsonText } from '../host/json-text.js';
import type { ProposedCall } from '../host/policy.js';
import { capText } from './capped-text.js';
import type { HeldRun } from './held-runs.js';
import type { ToolRequest } from './progress.js';

const MAX_INPUT_BYTES = 2_000;

/** What a person is asked: one tick for one call. */
const APPROVAL = {
  type: 'object',
  properties: { allow: { type: 'boolean', title: 'Allow this call', default: false } },
  required: ['allow'],
} as const;

/** Has the client ask about every call that waits; it comes back with the answers. */
export const askClient = ({ id, questions }: HeldRun): InputRequiredResult =>
  inputRequired({
    requestState: id,
    inputRequests: Object.fromEntries(
      [...questions].map(([key, { call }]) => [
        key,
        inputRequired.elicit({
          message: describe(call),
          requestedSchema: { ...APPROVAL, properties: { ...APPROVAL.properties }, required: [...APPROVAL.required] },
        }),
      ]),
    ),
  });

const describe = ({ path, account, effect, line, input }: ProposedCall): string =>
  `A script wants to call ${path} on line ${line}, which ${VERBS[effect]} for the account '${account}': ${capText(jsonText(input ?? {}), MAX_INPUT_BYTES)}`;

const VERBS = { read: 'reads', write: 'writes', delete: 'deletes or replaces' } as const;

/** Hands the answers on. What was not answered, or not by yes, is refused. */
export const takeAnswers = ({ questions }: HeldRun, { inputResponses }: ToolRequest): void => {
  for (const [key, { answer }] of [...questions]) {
    const view = inputResponse(inputResponses, key);
    answer(view.kind === 'elicit' && view.action === 'accept' && view.content?.['allow'] === true);
  }
};
