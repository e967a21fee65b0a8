import type { SegmentRegistry } from '../account-source.js';
import type { ListFlags, TestFlags } from './accounts-command.js';
import { EXIT } from './exit-code.js';
import { openRegistry } from './live-registry.js';
import { readCredentials } from './read-credentials.js';
import { layOut } from './table.js';
import { colorsFor, complain, say, terminalWidth } from './terminal.js';

const SERVICE = 'segment';

type Summary = Awaited<ReturnType<SegmentRegistry['list']>>[number];

const accountTable = async (accounts: readonly Summary[]): Promise<string[]> => {
  const rows = accounts.map(({ name, isDefault, secrets, fields }) => [
    isDefault ? `${name} *` : name,
    secrets.join(', '),
    fields.region ?? 'us',
    fields.tokenOwner ?? '',
  ]);
  const [header = '', ...lines] = await layOut([['ACCOUNT', 'HAS', 'REGION', 'TOKEN OWNER'], ...rows], terminalWidth());
  return [colorsFor(process.stdout).dim(header), ...lines];
};

/** Prints the accounts: never a credential, only which ones there are. */
export const listAccounts = async (flags: ListFlags): Promise<void> => {
  const accounts = await openRegistry().list(SERVICE);
  if (flags.json) say(JSON.stringify(accounts, null, 2));
  else if (accounts.length === 0) say('No accounts yet. Add one: segment-lua accounts add NAME');
  else for (const line of await accountTable(accounts)) say(line);
};

/** Adds an account, or changes the given fields of one that is there. */
export const addAccount = async (name: string, flags: Readonly<Record<string, string>>): Promise<void> => {
  const registry = openRegistry();
  const known = (await registry.list(SERVICE)).some((account) => account.name === name);
  const fields = { ...(await readCredentials()), ...flags };
  await (known ? registry.update(SERVICE, name, fields) : registry.add(SERVICE, name, fields));
  say(`${known ? 'Changed' : 'Added'} ${name}. Scripts reach it as app.integrations.segment.${name}.`);
};

/** Forgets an account. */
export const removeAccount = async (name: string): Promise<void> => {
  await openRegistry().remove(SERVICE, name);
  say(`Removed ${name}.`);
};

/** Renames an account. */
export const renameAccount = async (from: string, to: string): Promise<void> => {
  await openRegistry().rename(SERVICE, from, to);
  say(`Renamed ${from} to ${to}.`);
};

/** Makes an account the default. */
export const chooseDefault = async (name: string): Promise<void> => {
  await openRegistry().setDefault(SERVICE, name);
  say(`${name} is the default account now.`);
};

/** Tries an account against Segment. */
export const testAccount = async (name: string | undefined, flags: TestFlags): Promise<void> => {
  const result = await openRegistry(flags.url).test(SERVICE, name);
  (result.ok ? say : complain)(`${result.name}: ${result.message}`);
  if (!result.ok) process.exitCode = EXIT.failed;
};

/** Prints where each field of an account comes from. */
export const explainAccount = async (name: string | undefined): Promise<void> => {
  const { name: found, chosenBy, fields } = await openRegistry().explain(SERVICE, name);
  say(`${found} (chosen by: ${chosenBy})`);
  const rows = fields.map(({ field, store, place, overridden }) => [field, store, place, overridden.join(', ')]);
  for (const line of await layOut([['FIELD', 'STORE', 'PLACE', 'OVERRIDES'], ...rows], terminalWidth())) say(line);
};
