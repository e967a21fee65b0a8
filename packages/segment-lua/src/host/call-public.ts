import type { PublicOperation } from '@moonwire/segment-sdk/public-api';

import type { Answer, PermittedCall } from './carry-out.js';
import { announce } from './decide.js';
import { describePublic } from './describe-public.js';
import { type DryRun, interceptRequests } from './dry-run.js';
import { hideSecrets } from './hide-secrets.js';
import type { FieldSchema } from './lua-fields.js';
import { createPlaceholder } from './placeholder.js';
import { authorize, type ProposedCall } from './policy.js';
import { openPublic, type PublicClient } from './public-client.js';
import { fromLua, toLua } from './public-fields.js';
import { type ListRequest, readListRequest } from './read-lists.js';
import type { Run } from './run.js';

type MadeCall = Pick<PermittedCall, 'record' | 'call'>;

/** A call whose input is spelt as the table has it. */
interface PublicCall extends ListRequest, MadeCall {
  readonly name: PublicOperation['name'];
  readonly schemas: { readonly input: FieldSchema; readonly output: FieldSchema };
}

/**
 * Makes a call of the whole Public API.
 * @param proposed Its input as the script has it, in either spelling.
 * @throws What the policy or the client throws.
 */
export const callPublic = async (
  run: Run,
  { name, lists }: PublicOperation,
  proposed: ProposedCall,
  made: MadeCall,
): Promise<Answer> => {
  const schemas = describePublic(name);
  const given = fromLua(schemas.input, proposed.input);
  const list =
    lists.length > 0
      ? readListRequest(name, Object.keys(schemas.input.properties), given)
      : { input: given, isWhole: false };
  const call = { name, schemas, ...list, ...made };
  const { policy } = run.settings;
  const precise = { ...proposed, input: list.input };
  if (policy) await authorize(policy, precise, () => rehearse(run, call));
  await announce(run, precise);
  return run.dryRun ? pretend(run, run.dryRun, call) : ask(run, call);
};

/** Sends a call whose request goes nowhere, which raises what is wrong with its input or its account. */
const rehearse = async (run: Run, call: PublicCall): Promise<void> => {
  await interceptRequests(async (transport) => {
    await send(await openPublic(run.clients, call.record.account, transport), call);
  });
};

const ask = async (run: Run, call: PublicCall): Promise<Answer> => {
  const result = await send(await openPublic(run.clients, call.record.account), call);
  return { value: toLua(call.schemas.output, result), outcome: { status: 'ok' } };
};

const pretend = async (run: Run, dryRun: DryRun, call: PublicCall): Promise<Answer> => {
  const { input, output } = call.schemas;
  await dryRun.attribute(
    call.record,
    async (transport) => send(await openPublic(run.clients, call.record.account, transport), call),
    (request) => hideSecrets(input, call.input, request),
  );
  return { value: toLua(output, createPlaceholder(output)), outcome: { status: 'dry_run' } };
};

const send = (client: PublicClient, { name, input, isWhole, call: { signal } }: PublicCall): Promise<unknown> =>
  (isWhole ? client.callWhole : client.call)(name, input, { signal });
