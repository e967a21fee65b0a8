import type { SegmentRegistry } from '../../../accounts/account-source.js';
import { SERVICE } from '../../session/live-registry.js';

/**
 * Adds an account, or changes the given fields of one that is there.
 * @returns Which of the two it did.
 */
export const putAccount = async (
  registry: SegmentRegistry,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<'added' | 'changed'> => {
  const isKnown = (await registry.list(SERVICE)).some((account) => account.name === name);
  await (isKnown ? registry.update(SERVICE, name, fields) : registry.add(SERVICE, name, fields));
  return isKnown ? 'changed' : 'added';
};
