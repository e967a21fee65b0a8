import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [{ output: 'My Workspace\n9aQ1Lj62S4bomZKLF4DPqW\n' }];
