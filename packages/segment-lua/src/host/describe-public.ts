import type { PublicName } from '@moonwire/segment-sdk/public-api';
import { type DescribedOperation, publicGroups } from '@moonwire/segment-sdk/public-api/table';

import { describeAll } from '../reference/describe-all.js';

const described: ReadonlyMap<string, DescribedOperation> = new Map(
  publicGroups.flatMap(({ operations }) => operations.map((operation) => [operation.name, operation] as const)),
);

/** What an operation of the Public API takes from a script and returns to it. */
export const describePublic = (name: PublicName): Pick<DescribedOperation, 'input' | 'output'> => {
  // The table has every name.
  const operation = described.get(name) as DescribedOperation;
  return { input: describeAll(operation), output: operation.output };
};
