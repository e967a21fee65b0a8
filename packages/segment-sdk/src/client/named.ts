import { invalid } from '../errors.js';
import type { Operation } from '../operations/operation.js';
import { suggestion } from '../schema/suggest.js';

/** Finds an operation by its name. @throws {SegmentError} `unknown_operation`, with a suggestion. */
export const operationNamed = <O extends Operation>(table: readonly O[], caller: string, name: string): O => {
  const operation = table.find((known) => known.name === name);
  if (operation) return operation;
  throw invalid(
    caller,
    `unknown operation '${name}'. ${suggestion(
      name,
      table.map((known) => known.name),
    )}`,
    'unknown_operation',
  );
};
