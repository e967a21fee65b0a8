import type { FreeForm } from '../schema/schema.js';
import type { Outcome } from './example.js';
import { respondPage, type Routes } from './simulated-route.js';

/** A source of the simulated workspace, as the Public API shows it. */
export interface SimulatedSource {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly enabled: boolean;
  readonly writeKeys: readonly string[];
  readonly metadata: FreeForm;
  readonly settings: FreeForm;
  readonly labels: readonly { readonly key: string; readonly value: string; readonly description?: string }[];
}

/** What a workspace with sources holds. */
export interface WithSources {
  readonly sources: readonly SimulatedSource[];
}

const makeSource = (id: string, slug: string, name: string): SimulatedSource => ({
  id,
  slug,
  name,
  workspaceId: '9aQ1Lj62S4bomZKLF4DPqW',
  enabled: true,
  writeKeys: [`simulator-${slug}`],
  metadata: { id: 'iUM16Md8P2', slug: 'node', name: 'Node.js', categories: ['Server'] },
  settings: {},
  labels: [{ key: 'environment', value: slug }],
});

export const fixture: WithSources = {
  sources: [
    makeSource('abc123', 'default', 'Website'),
    makeSource('def456', 'production', 'Shop'),
    makeSource('ghi789', 'staging', 'Shop (staging)'),
  ],
};

export const routes: Routes<WithSources> = {
  'GET /sources': ({ sources }, { query }) => respondPage('sources', sources, query),
};

export const outcomes: readonly Outcome[] = [{ output: 'Website (abc123)\nShop (def456)\nShop (staging) (ghi789)\n' }];
