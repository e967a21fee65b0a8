import type { Outcome } from './example.js';
import type { Routes } from './simulated-route.js';

export const fixture = {};

/** The table of the Public API answers it. */
export const routes: Routes = {};

export const outcomes: readonly Outcome[] = [{ output: 'Website\nsimulator-default\n' }];
