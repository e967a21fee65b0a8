import { findMeant } from '@moonwire/lua-bridge';
import { publicOperations } from '@moonwire/segment-sdk/public-api';

import type { Policy, PolicyRule } from '../../host/policy.js';
import { UsageError } from '../terminal/usage-error.js';

/** The operations that delete or replace, or erase the data of people, by name. */
const DELETING: ReadonlySet<string> = new Set(
  publicOperations.filter(({ effect }) => effect === 'delete').map(({ name }) => name),
);

/**
 * What deletes is refused unless it was allowed by its name.
 * @param allowed Names of operations, as `--allow` was given them.
 * @throws UsageError for a name that means no such operation.
 */
export const createDeletionPolicy = (allowed: readonly string[]): Policy => ({
  rules: [...allowByName(allowed), { effect: 'delete', then: 'deny' }],
  owner: "whoever starts segment-lua, with --allow and the operation's name,",
});

/**
 * Rules that let through what was allowed by its name.
 * @throws UsageError for a name that means no such operation.
 */
export const allowByName = (allowed: readonly string[]): readonly PolicyRule[] => {
  for (const name of allowed) if (!DELETING.has(name)) throw new UsageError(explainName(name));
  return allowed.map((operation) => ({ operation, then: 'allow' }));
};

const explainName = (name: string): string => {
  const isKnown = publicOperations.some((operation) => operation.name === name);
  if (isKnown) return `--allow ${name}: it deletes nothing, and needs no leave`;
  const close = [...DELETING].filter((other) => other.includes(name) || name.includes(other));
  const hint = close.length > 0 ? `Did you mean: ${close.join(', ')}` : findMeant(name, [...DELETING]).hint;
  return `--allow ${name}: there is no operation of that name. ${hint}`;
};
