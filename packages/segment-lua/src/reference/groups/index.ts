import { activations } from './activations.js';
import { apiCalls } from './api-calls.js';
import { audiences } from './audiences.js';
import { auditTrail } from './audit-trail.js';
import { catalog } from './catalog.js';
import { computedTraits } from './computed-traits.js';
import { credentials } from './credentials.js';
import { customerInsights } from './customer-insights.js';
import { dbt } from './dbt.js';
import { deletionAndSuppression } from './deletion-and-suppression.js';
import { deliveryOverview } from './delivery-overview.js';
import { destinationFilters } from './destination-filters.js';
import { destinations } from './destinations.js';
import { events } from './events.js';
import { functions } from './functions.js';
import type { GroupGuide } from './group-guide.js';
import { labels } from './labels.js';
import { livePlugins } from './live-plugins.js';
import { monthlyTrackedUsers } from './monthly-tracked-users.js';
import { profilesSync } from './profiles-sync.js';
import { reverseEtl } from './reverse-etl.js';
import { roles } from './roles.js';
import { selectiveSync } from './selective-sync.js';
import { sources } from './sources.js';
import { spaceFilters } from './space-filters.js';
import { spaceSchema } from './space-schema.js';
import { spaces } from './spaces.js';
import { testing } from './testing.js';
import { trackingPlans } from './tracking-plans.js';
import { transformations } from './transformations.js';
import { userGroups } from './user-groups.js';
import { users } from './users.js';
import { warehouses } from './warehouses.js';
import { workspaces } from './workspaces.js';

/** The guide of each group, by the name of its page. */
export const groupGuides: Readonly<Record<string, GroupGuide>> = {
  'api-calls': apiCalls,
  activations,
  audiences,
  'audit-trail': auditTrail,
  catalog,
  'computed-traits': computedTraits,
  credentials,
  'customer-insights': customerInsights,
  dbt,
  'deletion-and-suppression': deletionAndSuppression,
  'delivery-overview': deliveryOverview,
  'destination-filters': destinationFilters,
  destinations,
  events,
  functions,
  'user-groups': userGroups,
  roles,
  users,
  labels,
  'live-plugins': livePlugins,
  'monthly-tracked-users': monthlyTrackedUsers,
  'profiles-sync': profilesSync,
  'reverse-etl': reverseEtl,
  'selective-sync': selectiveSync,
  sources,
  'space-filters': spaceFilters,
  'space-schema': spaceSchema,
  spaces,
  testing,
  'tracking-plans': trackingPlans,
  transformations,
  warehouses,
  workspaces,
};
