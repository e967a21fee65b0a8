import type { Region } from '@moonwire/segment-sdk';

import type { SegmentRegistry } from '../../../accounts/account-source.js';
import { namePlanFile } from '../../session/account-plans.js';
import { checkName, openRegistry, putAccount, SERVICE } from '../../session/live-registry.js';
import { EXIT } from '../../terminal/exit-code.js';
import { paintTable } from '../../terminal/painted-table.js';
import type { Row } from '../../terminal/table.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { AddFlags, JsonFlag, SetFlags, TestFlags } from './accounts-command.js';
import { readCredentials } from './read-credentials.js';

type Summary = Awaited<ReturnType<SegmentRegistry['list']>>[number];

/** Prints what a verb did: `facts` as JSON if that was asked for, else the text. */
export const answer = ({ json }: JsonFlag, facts: object, text: string): void => {
  if (json) sayJson(facts);
  else say(text);
};

/** Prints the accounts: never a credential, only which ones there are. */
export const listAccounts = async (flags: JsonFlag): Promise<void> => {
  const accounts = await openRegistry().list(SERVICE);
  if (accounts.length === 0) answer(flags, [], 'No accounts yet. Add one: segment-lua accounts add NAME');
  else
    answer(
      flags,
      accounts,
      await paintTable([['ACCOUNT', 'HAS', 'REGION', 'TOKEN OWNER', 'PLAN'], ...accounts.map(toRow)]),
    );
};

/** Prints one account, each credential masked. */
export const showAccount = async (name: string | undefined, flags: JsonFlag): Promise<void> => {
  const { name: found, fields } = await openRegistry().get(SERVICE, name);
  const shown = Object.entries(fields).map(([field, value]): [string, string] => [
    field,
    typeof value === 'string' ? value : value.masked(),
  ]);
  const facts = { name: found, ...Object.fromEntries(shown) };
  answer(flags, facts, await paintTable([['FIELD', 'VALUE'], ['name', found], ...shown]));
};

/** Adds an account, or changes the given fields of one that is there. */
export const addAccount = async (name: string, flags: AddFlags): Promise<void> => {
  await checkName(name);
  const { region, tokenOwner, plan } = flags;
  // An account that is changed stays where it is.
  const known = (await openRegistry().list(SERVICE)).find((account) => account.name === name)?.fields.region;
  const fields: Record<string, string> = {
    ...(await readCredentials({ ...flags, ...(known && { region: known }) })),
    ...(region && { region }),
    ...(tokenOwner && { tokenOwner }),
    ...(plan && { plan: await namePlanFile(plan) }),
  };
  const done = await putAccount(openRegistry(), name, fields);
  answer(
    flags,
    { [done]: name },
    `${done === 'changed' ? 'Changed' : 'Added'} ${name}. Scripts reach it as app.integrations.segment.${name}.`,
  );
};

/** Changes fields of an account that are no credentials. @throws UsageError where none is given. */
export const setFields = async (name: string, flags: SetFlags): Promise<void> => {
  const { region, tokenOwner, plan } = flags;
  const fields = {
    ...(region !== undefined && { region: region as Region }),
    ...(tokenOwner !== undefined && { tokenOwner }),
    ...(plan === false && { plan: undefined }),
    ...(typeof plan === 'string' && { plan: await namePlanFile(plan) }),
  };
  if (Object.keys(fields).length === 0)
    throw new UsageError('nothing to change; give --region, --token-owner, --plan or --no-plan');
  await openRegistry().update(SERVICE, name, fields);
  answer(flags, { changed: name, ...fields }, `Changed ${name}.`);
};

/** Forgets an account. */
export const removeAccount = async (name: string, flags: JsonFlag): Promise<void> => {
  await openRegistry().remove(SERVICE, name);
  answer(flags, { removed: name }, `Removed ${name}.`);
};

/** Renames an account. */
export const renameAccount = async (from: string, to: string, flags: JsonFlag): Promise<void> => {
  await openRegistry().rename(SERVICE, from, to);
  answer(flags, { renamed: { from, to } }, `Renamed ${from} to ${to}.`);
};

/** Makes an account the default. */
export const chooseDefault = async (name: string, flags: JsonFlag): Promise<void> => {
  await openRegistry().setDefault(SERVICE, name);
  answer(flags, { default: name }, `${name} is the default account now.`);
};

/** Tries an account against Segment. */
export const testAccount = async (name: string | undefined, flags: TestFlags): Promise<void> => {
  const result = await openRegistry(flags.url).test(SERVICE, name);
  const text = `${result.name}: ${result.message}`;
  if (flags.json || result.ok) answer(flags, result, text);
  else complain(text);
  if (!result.ok) process.exitCode = EXIT.failed;
};

/** Prints where each field of an account comes from. */
export const explainAccount = async (name: string | undefined, flags: JsonFlag): Promise<void> => {
  const explanation = await openRegistry().explain(SERVICE, name);
  const rows = explanation.fields.map(({ field, store, place, overridden }) => [
    field,
    store,
    place,
    overridden.join(', '),
  ]);
  const text = await paintTable([['FIELD', 'STORE', 'PLACE', 'OVERRIDES'], ...rows]);
  answer(flags, explanation, `${explanation.name} (chosen by: ${explanation.chosenBy})\n${text}`);
};

const toRow = ({ name, isDefault, secrets, fields }: Summary): Row => [
  isDefault ? `${name} *` : name,
  secrets.join(', '),
  fields.region ?? 'us',
  fields.tokenOwner ?? '',
  fields.plan ?? '',
];
