import { coreOperations, scriptOperations } from '../host/script-operations.js';

/** The functions there are: of the core, and all. */
export const OPERATION_NAMES: { readonly core: readonly string[]; readonly all: readonly string[] } = {
  core: [...coreOperations.keys()],
  all: [...scriptOperations.keys()],
};
