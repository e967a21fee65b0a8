import { type Reference, renderLuaDefinitions } from '@moonwire/docs-gen';

import { listSurroundings } from '../../../check/known-names.js';
import { wholeReference } from '../../../reference/whole-reference.js';
import { openSession } from '../../session/session.js';
import { writeText } from '../../terminal/write-text.js';
import type { DocsFlags } from './docs-command.js';

/** Writes definitions for editors: of the accounts there are, and of the events of their plans. */
export const writeDefinitions = async (file: string | undefined, flags: DocsFlags): Promise<void> => {
  const { host, options } = await openSession(flags, {});
  const { accounts } = await listSurroundings(async (code) => (await host.run(code)).values);
  await host.close();
  const names = accounts.filter((name) => name !== 'default');
  const { plan: given } = options;
  const planOf = async (name: string) => (typeof given === 'function' ? await given(name) : given);
  const plans = await Promise.all([...names, 'default'].map(planOf));
  // An account without a plan takes any event.
  const events = plans.includes(undefined) ? [] : plans.flatMap((plan) => plan?.events ?? []);
  await writeText(
    file,
    renderLuaDefinitions(nameEvents({ ...wholeReference, accounts: { example: 'track', names } }, events)),
  );
};

const nameEvents = (reference: Reference, events: readonly string[]): Reference =>
  events.length === 0
    ? reference
    : {
        ...reference,
        operations: reference.operations.map((operation) =>
          operation.name === 'track' ? planEvents(operation, events) : operation,
        ),
      };

const planEvents = (
  operation: Reference['operations'][number],
  events: readonly string[],
): Reference['operations'][number] => {
  const { properties = {} } = operation.input;
  const event = { ...properties['event'], enum: [...new Set(events)] };
  return { ...operation, input: { ...operation.input, properties: { ...properties, event } } };
};
