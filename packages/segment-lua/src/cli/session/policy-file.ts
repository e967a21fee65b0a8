import { readFileSync } from 'node:fs';

import { findMeant } from '@moonwire/lua-bridge';

import { createAccountSource } from '../../accounts/account-source.js';
import { checkPolicy } from '../../host/check-policy.js';
import type { Policy, PolicyRule } from '../../host/policy.js';
import type { SegmentLuaOptions } from '../../host/segment-lua-options.js';
import { explainReadFailure } from '../terminal/read-failure.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { allowByName } from './deletion-policy.js';

/** The rules that a file holds: for everybody, and before them those of one client, by the name it gives itself. */
export interface PolicyFile {
  readonly path: string;
  readonly rulesFor: (client: string) => readonly PolicyRule[];
  /** The accounts that its rules are about. */
  readonly accounts: readonly string[];
}

interface Written extends Pick<Policy, 'rules'> {
  readonly clients?: unknown;
}

/**
 * Reads `--policy`: `{ "rules": [{ "account": "production", "effect": "write", "then": "ask" }], "clients": { "NAME": {
 * "rules": […] } } }`.
 * @throws UsageError for a file that cannot be read, or that says something else than a policy.
 */
export const readPolicyFile = (path: string): PolicyFile => {
  const { clients: written = {}, ...all } = parse(path);
  const check = (policy: unknown, place: string): void => {
    try {
      checkPolicy(policy, `--policy ${path}: ${place}`);
    } catch (error) {
      throw error instanceof TypeError ? new UsageError(error.message) : error;
    }
  };
  check(all, 'policy');
  if (!isRecord(written))
    throw new UsageError(`--policy ${path}: clients must be an object of policies by the names of clients`);
  const clients = written as Readonly<Record<string, Pick<Policy, 'rules'>>>;
  for (const [name, policy] of Object.entries(clients)) check(policy, `clients['${name}']`);
  const policies = [all, ...Object.values(clients)];
  const named = policies.flatMap(({ rules }) => rules.flatMap(({ account }) => account ?? []));
  return {
    path,
    accounts: [...new Set(named)],
    rulesFor: (client) => [...(Object.hasOwn(clients, client) ? (clients[client]?.rules ?? []) : []), ...all.rules],
  };
};

/** The policy of a file for one client; what was allowed by name stays so, and what deletes is asked about. */
export const createFilePolicy = (
  { path, rulesFor }: PolicyFile,
  client: string,
  allowed: readonly string[],
): Policy => ({
  rules: [...allowByName(allowed), ...rulesFor(client)],
  owner: `whoever keeps ${path}`,
});

/**
 * Says which accounts of a policy are not there: a rule for one whose name is misspelt guards nothing. It is no error,
 * because machines with different accounts may share a file.
 */
export const complainOfAbsentAccounts = async (
  { path, accounts }: PolicyFile,
  { accounts: known = {} }: SegmentLuaOptions,
): Promise<void> => {
  const names = await createAccountSource(known).names();
  const all = [...new Set([names.default, ...names.all])];
  for (const account of accounts.filter((name) => !all.includes(name)))
    complain(
      `--policy ${path}: there is no account '${account}' here, so its rules match nothing. ${findMeant(account, all).hint}`,
    );
};

const parse = (path: string): Written => {
  const text = read(path);
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value as unknown as Written;
  } catch (error) {
    throw new UsageError(`--policy ${path}: is not JSON: ${(error as Error).message}`);
  }
  throw new UsageError(`--policy ${path}: must be an object such as { "rules": [] }`);
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--policy ${path}: cannot be read: ${explainReadFailure(error)}`);
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
