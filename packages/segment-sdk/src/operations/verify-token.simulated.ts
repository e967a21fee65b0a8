import type { Outcome } from './example.js';
import type { Routes } from './simulated-route.js';

export const fixture = {};

/** It asks what `get_workspace` asks. */
export const routes: Routes = {};

export const outcomes: readonly Outcome[] = [{ output: 'my-workspace\n' }];
