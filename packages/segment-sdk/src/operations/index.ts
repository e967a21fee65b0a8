import { examples } from '../../generated/examples.js';
import type { Example } from './example.js';
import { managementOperations } from './management-operations.js';
import { trackingOperations } from './tracking-operations.js';

export { type ListedError, listErrors } from './errors.js';

type TableEntry = ((typeof trackingOperations)[number] | (typeof managementOperations)[number]) & {
  readonly examples: readonly Example[];
};

/**
 * Every operation, in reference order: the core, then the rest. All else (methods, references, Lua functions, tools) is
 * made from this table.
 */
export const operations: readonly TableEntry[] = [...trackingOperations, ...managementOperations]
  .sort((a, b) => Number(a.group === 'more') - Number(b.group === 'more'))
  .map((operation) => ({ ...operation, examples: examples[operation.name] }));
