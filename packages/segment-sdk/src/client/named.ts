import { invalid } from '../errors.js';
import { operations } from '../operations/index.js';
import type { Operation, TrackingOperation } from '../operations/operation.js';
import { suggestion } from '../schema/suggest.js';

/** Every operation that sends an event. */
export const trackingOperations: readonly TrackingOperation[] = operations.filter((operation) => operation.auth === 'writeKey');

/** Finds an operation by its name. @throws {SegmentError} `unknown_operation`, with a suggestion. */
export const operationNamed = <O extends Operation>(table: readonly O[], caller: string, name: string): O => {
  const operation = table.find((known) => known.name === name);
  if (operation) return operation;
  throw invalid(caller, `unknown operation '${name}'. ${suggestion(name, table.map((known) => known.name))}`, 'unknown_operation');
};
