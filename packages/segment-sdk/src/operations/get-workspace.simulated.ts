import type { Outcome } from './example.js';
import { respond, type Routes } from './simulated-route.js';

interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The workspace that examples speak of. */
export const fixture: Workspace = { id: '9aQ1Lj62S4bomZKLF4DPqW', slug: 'my-workspace', name: 'My Workspace' };

export const routes: Routes<Workspace> = {
  'GET /': ({ id, slug, name }) => respond(200, { data: { workspace: { id, slug, name } } }),
};

export const outcomes: readonly Outcome[] = [{ output: 'My Workspace\n9aQ1Lj62S4bomZKLF4DPqW\n' }];
