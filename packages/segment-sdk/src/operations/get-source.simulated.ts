import type { Outcome } from './example.js';

export const outcomes: readonly Outcome[] = [{ output: 'Website\nsimulator-default\n' }];
