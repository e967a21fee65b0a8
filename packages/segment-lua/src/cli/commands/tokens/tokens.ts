import { existsSync } from 'node:fs';

import { findMeant } from '@moonwire/lua-bridge';

import {
  checkTokens,
  createToken,
  hashToken,
  readTokens,
  type TokenEntry,
  writeTokens,
} from '../../session/tokens-file.js';
import { paintTable } from '../../terminal/painted-table.js';
import type { Row } from '../../terminal/table.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { TokenAddFlags, TokenFlags } from './tokens-command.js';

/** Prints the tokens of a file: what each may do, and nothing by which it could be used. */
export const listTokens = async (file: string, { json }: TokenFlags): Promise<void> => {
  const tokens = readTokens(file);
  if (json) sayJson(tokens.map((entry) => ({ ...entry, sha256: undefined })));
  else if (tokens.length === 0) say(`No tokens yet. Make one: segment-lua tokens add ${file} NAME`);
  else say(await paintTable([['TOKEN', 'ACCOUNTS', 'MAY'], ...tokens.map(toRow)]));
};

/** Makes a token, keeps its hash, and prints it: alone on standard output, so that it can be piped to where it goes. */
export const addToken = (file: string, name: string, flags: TokenAddFlags): void => {
  const tokens = existsSync(file) ? readTokens(file) : [];
  if (tokens.some((entry) => entry.name === name))
    throw new UsageError(`${file} has a token '${name}' already; remove it first, or choose another name`);
  const token = createToken();
  writeTokens(file, checkTokens([...tokens, describeToken(name, token, flags)], file));
  if (flags.json) sayJson({ added: name, token });
  else say(token);
  complain(`Added ${name} to ${file}. This is the only time that the token is shown.`);
};

/** Takes a token back: a server that has the file refuses it from the next request on. */
export const removeToken = (file: string, name: string, { json }: TokenFlags): void => {
  const tokens = readTokens(file);
  const kept = tokens.filter((entry) => entry.name !== name);
  if (kept.length === tokens.length) {
    const { hint } = findMeant(
      name,
      tokens.map((entry) => entry.name),
    );
    throw new UsageError(`${file} has no token '${name}'. ${hint}`);
  }
  writeTokens(file, kept);
  if (json) sayJson({ removed: name });
  else say(`Removed ${name}.`);
};

const describeToken = (name: string, token: string, flags: TokenAddFlags): TokenEntry => {
  const [account] = flags.account;
  return {
    name,
    sha256: hashToken(token),
    ...(account !== undefined && { accounts: flags.account, account }),
    ...(flags.policy !== undefined && { policy: flags.policy }),
    ...(flags.allow.length > 0 && { allow: flags.allow }),
    ...(flags.readOnly && { readOnly: true }),
    ...(flags.metrics && { metrics: true }),
  };
};

const toRow = ({ name, accounts, policy, allow = [], readOnly, metrics }: TokenEntry): Row => [
  name,
  accounts?.join(', ') ?? 'all',
  [
    readOnly ? 'read' : 'read and write',
    ...allow,
    ...(policy === undefined ? [] : [`by ${policy}`]),
    ...(metrics ? ['read metrics'] : []),
  ].join(', '),
];
