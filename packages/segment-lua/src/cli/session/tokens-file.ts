import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { type OptionNames, refuseUnknownOption } from '@moonwire/lua-bridge';

import { explainReadFailure } from '../terminal/read-failure.js';
import { complain } from '../terminal/terminal.js';
import { isUsageError, UsageError } from '../terminal/usage-error.js';
import { allowByName } from './deletion-policy.js';
import { type PolicyFile, readPolicyFile } from './policy-file.js';

/** A token as its file has it: never the token itself. */
export interface TokenEntry {
  /** By which logs and metrics tell it apart. */
  readonly name: string;
  /** The SHA-256 of the token, in hexadecimal. Tokens are long and random, so nobody finds them by trying. */
  readonly sha256: string;
  /** The only accounts that its scripts know. Default: all. */
  readonly accounts?: readonly string[];
  /** The account that unqualified calls use. */
  readonly account?: string;
  /** A policy file, from the folder of this file on; it stands in the place of the server's. */
  readonly policy?: string;
  /** Operations that may delete or replace, beside those of the server. */
  readonly allow?: readonly string[];
  /** Whether its scripts may only read. */
  readonly readOnly?: boolean;
  /** Whether it may read `/metrics`. */
  readonly metrics?: boolean;
}

/** What a token grants whoever presents it. */
export interface Grant extends Omit<TokenEntry, 'sha256' | 'policy'> {
  readonly policy?: PolicyFile;
}

/** The tokens that a file holds, as it is now. */
export interface Tokens {
  readonly find: (token: string) => Grant | undefined;
}

/** The form in which a token is kept. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A token that nobody guesses: 192 bits. */
export const createToken = (): string => randomBytes(24).toString('base64url');

/**
 * Follows the file of `--tokens`: a change holds for the next request. A file that is broken by a change is complained
 * of, and what it held before stays in force.
 * @throws UsageError for a file that cannot be read now, or that says something else than tokens.
 */
export const followTokens = (path: string): Tokens => {
  let seen = stamp(path);
  let grants = readGrants(path);
  const refresh = (): void => {
    const now = stamp(path);
    if (now === seen) return;
    seen = now;
    try {
      grants = readGrants(path);
      complain(`segment-lua: ${path} was read again: ${grants.size} tokens`);
    } catch (error) {
      if (!isUsageError(error)) throw error;
      complain(`segment-lua: ${error.message}. What it said before stays in force`);
    }
  };
  return {
    find: (token) => {
      refresh();
      return grants.get(hashToken(token));
    },
  };
};

/** What tells that a file has changed: the file itself, when, and its size. */
const stamp = (path: string): string => {
  const { ino, mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return [ino, mtimeMs, size].join();
};

const readGrants = (path: string): ReadonlyMap<string, Grant> =>
  new Map(
    readTokens(path).map(({ sha256, policy, ...granted }) => [
      sha256,
      { ...granted, ...(policy !== undefined && { policy: readPolicyFile(resolve(dirname(path), policy)) }) },
    ]),
  );

/** The entries of a file of tokens. @throws UsageError for a file that cannot be read, or says something else. */
export const readTokens = (path: string): readonly TokenEntry[] => {
  const { tokens, ...rest } = Object(parse(path)) as { readonly tokens?: unknown };
  if (!Array.isArray(tokens) || Object.keys(rest).length > 0)
    throw new UsageError(`${path}: must be { "tokens": [{ "name": "ci", "sha256": "…" }] }`);
  return checkTokens(tokens, path);
};

/** The entries of a file, checked. @throws UsageError for what is no token, or one that is there twice. */
export const checkTokens = (tokens: readonly unknown[], path: string): readonly TokenEntry[] => {
  const entries = tokens.map((entry, at) => checkEntry(entry, `${path}: tokens[${at}]`));
  for (const field of ['name', 'sha256'] as const) {
    const repeated = entries.find((entry, at) => entries.findIndex((other) => other[field] === entry[field]) < at);
    if (repeated) throw new UsageError(`${path}: two entries have the ${field} of '${repeated.name}'`);
  }
  return entries;
};

/** Writes a file of tokens, whole or not at all; only its owner may read it. */
export const writeTokens = (path: string, tokens: readonly TokenEntry[]): void => {
  const written = `${path}.${process.pid}`;
  writeFileSync(written, `${JSON.stringify({ tokens }, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(written, path);
};

const parse = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}: is not JSON: ${error.message}`);
    throw new UsageError(`${path}: cannot be read: ${explainReadFailure(error)}`);
  }
};

const FIELDS: OptionNames<TokenEntry> = {
  name: true,
  sha256: true,
  accounts: true,
  account: true,
  policy: true,
  allow: true,
  readOnly: true,
  metrics: true,
};

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
const areTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length > 0 && value.every(isText));

/** What each field must be. */
const RULES: readonly (readonly [keyof TokenEntry, (value: unknown) => boolean, string])[] = [
  [
    'name',
    (value) => typeof value === 'string' && /^[\w.@-]{1,64}$/.test(value),
    'letters, digits and . _ @ -, at most 64',
  ],
  [
    'sha256',
    (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    'the SHA-256 of the token, 64 digits of lower-case hexadecimal; never the token itself',
  ],
  ['accounts', areTexts, 'a list of names of accounts'],
  ['account', (value) => value === undefined || isText(value), 'the name of an account'],
  ['policy', (value) => value === undefined || isText(value), 'the path of a policy file'],
  ['allow', areTexts, 'a list of names of operations'],
  ['readOnly', isFlag, 'true or false'],
  ['metrics', isFlag, 'true or false'],
];

const checkEntry = (entry: unknown, place: string): TokenEntry => {
  if (typeof entry !== 'object' || entry === null) throw new UsageError(`${place} must be an object`);
  try {
    refuseUnknownOption(place, entry, FIELDS);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
  const given = entry as Partial<Record<keyof TokenEntry, unknown>>;
  const broken = RULES.find(([field, isRight]) => !isRight(given[field]));
  // What stands there may be a token: it is not repeated.
  if (broken) throw new UsageError(`${place}: ${broken[0]} must be ${broken[2]}`);
  const { accounts, account, allow = [] } = entry as TokenEntry;
  allowByName(allow);
  if (accounts && account !== undefined && !accounts.includes(account))
    throw new UsageError(`${place}: account '${account}' is not one of its accounts`);
  return entry as TokenEntry;
};
