import type { Outcome } from './example.js';
import type { WithSources } from './list-sources.simulated.js';
import { respondItem, type Routes } from './simulated-route.js';

export const fixture = {};

export const routes: Routes<WithSources> = {
  'GET /sources/{id}': ({ sources }, { params }) =>
    respondItem(
      'source',
      sources.find(({ id }) => id === params.id),
      { trackingPlanId: null },
    ),
};

export const outcomes: readonly Outcome[] = [{ output: 'Website\nsimulator-default\n' }];
