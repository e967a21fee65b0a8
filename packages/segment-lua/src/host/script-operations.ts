import { type Operation, operations } from '@moonwire/segment-sdk';
import { type PublicOperation, publicOperations } from '@moonwire/segment-sdk/public-api';

/** What a function of a script stands for: an operation of the core, or one of the whole Public API. */
export type ScriptOperation = Operation | PublicOperation;

/** Whether an operation is one of the core, which the client of an account has a method for. */
export const isCore = (operation: ScriptOperation): operation is Operation => 'auth' in operation;

/** The operations of the core by name. */
export const coreOperations: ReadonlyMap<string, Operation> = new Map(
  operations.map((operation) => [operation.name, operation]),
);

/** Everything a script can call, by name. Where both have a name, the core's is meant, as its reference says. */
export const scriptOperations: ReadonlyMap<string, ScriptOperation> = new Map<string, ScriptOperation>([
  ...coreOperations,
  ...publicOperations.filter(({ name }) => !coreOperations.has(name)).map((one) => [one.name, one] as const),
]);
