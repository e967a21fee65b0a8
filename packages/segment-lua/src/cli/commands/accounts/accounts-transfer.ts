import { writeFile } from 'node:fs/promises';

import type { SegmentRegistry } from '../../../accounts/account-source.js';
import { changeAtOnce, openRegistry, putAccount, SERVICE } from '../../session/live-registry.js';
import { readText } from '../../terminal/read-text.js';
import { say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { answer } from './accounts.js';
import type { ExportFlags, JsonFlag } from './accounts-command.js';

type Fields = Readonly<Record<string, string>>;

/**
 * Writes the accounts as JSON, in the form that {@link importAccounts} reads.
 * @throws UsageError when credentials are asked for without a file to keep them in, or the file is there.
 */
export const exportAccounts = async (flags: ExportFlags): Promise<void> => {
  const withSecrets = flags.withSecrets === true;
  if (withSecrets && flags.output === undefined)
    throw new UsageError('--with-secrets needs --output FILE: credentials are not printed');
  const registry = openRegistry();
  const names = (await registry.list(SERVICE)).map(({ name }) => name);
  const accounts = await Promise.all(
    names.map(async (name) => [name, await readFields(registry, name, withSecrets)] as const),
  );
  const content = JSON.stringify(Object.fromEntries(accounts), null, 2);
  if (flags.output === undefined) {
    say(content);
    return;
  }
  await save(flags.output, `${content}\n`);
  answer(
    flags,
    { exported: names, file: flags.output },
    `Exported ${names.join(', ') || 'no accounts'} to ${flags.output}.`,
  );
};

/**
 * Adds the accounts of a JSON text, or changes those that are there: all of them or, when one is refused, none.
 * @throws UsageError when it cannot be read, naming the account that was refused.
 */
export const importAccounts = async (file: string, flags: JsonFlag): Promise<void> => {
  const accounts = parseAccounts(await readText(file));
  let refused: string | undefined;
  await changeAtOnce(async (registry) => {
    for (const [name, fields] of accounts) {
      refused = name;
      await putAccount(registry, name, fields);
    }
    refused = undefined;
  }).catch((error: unknown) => {
    if (refused === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`account '${refused}' of the input: ${reason}. Nothing was imported`);
  });
  const imported = accounts.map(([name]) => name);
  answer(flags, { imported }, `Imported ${imported.join(', ') || 'no accounts'}.`);
};

const readFields = async (registry: SegmentRegistry, name: string, withSecrets: boolean): Promise<Fields> => {
  const { fields } = await registry.get(SERVICE, name);
  const entries = Object.entries(fields).flatMap(([field, value]): [string, string][] => {
    if (typeof value === 'string') return [[field, value]];
    return withSecrets ? [[field, value.reveal()]] : [];
  });
  return Object.fromEntries(entries);
};

const save = async (path: string, content: string): Promise<void> => {
  try {
    // "wx": a file that is there may be readable by others, and keeps what it holds.
    await writeFile(path, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST'
        ? `'${path}' is there already; choose a new file`
        : `cannot write '${path}' (${code ?? 'unknown error'})`,
    );
  }
};

const parseAccounts = (content: string): [string, Fields][] => {
  const wrong = 'expected JSON: {"NAME": {"writeKey": "…", "apiToken": "…", "region": "us"}}';
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // The parser's own message would quote the input, and the input holds secrets.
    throw new UsageError(wrong);
  }
  if (!isRecord(value) || !Object.values(value).every(isFields)) throw new UsageError(wrong);
  return Object.entries(value as Record<string, Fields>);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFields = (value: unknown): value is Fields =>
  isRecord(value) && Object.values(value).every((field) => typeof field === 'string');
