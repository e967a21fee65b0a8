import { activations } from './activations.js';
import { audiences } from './audiences.js';
import { catalog } from './catalog.js';
import { computedTraits } from './computed-traits.js';
import { credentials } from './credentials.js';
import { deletionAndSuppression } from './deletion-and-suppression.js';
import { deliveryOverview } from './delivery-overview.js';
import { destinationFilters } from './destination-filters.js';
import { destinations } from './destinations.js';
import { functions } from './functions.js';
import { profilesSync } from './profiles-sync.js';
import { dbt, reverseEtl } from './reverse-etl.js';
import { selectiveSync } from './selective-sync.js';
import { livePlugins, sources } from './sources.js';
import { spaceSchema } from './space-schema.js';
import { customerInsights, spaceFilters, spaces } from './spaces.js';
import { trackingPlans } from './tracking-plans.js';
import { transformations } from './transformations.js';
import { apiCalls, events, monthlyTrackedUsers } from './usage.js';
import { userGroups } from './user-groups.js';
import { roles, users } from './users.js';
import { warehouses } from './warehouses.js';
import { auditTrail, labels, testing, workspaces } from './workspace.js';

/** Every operation of the Public API, by group. */
export const groups = {
  APICalls: apiCalls,
  Activations: activations,
  Audiences: audiences,
  AuditTrail: auditTrail,
  Catalog: catalog,
  ComputedTraits: computedTraits,
  Credentials: credentials,
  CustomerInsights: customerInsights,
  Dbt: dbt,
  DeletionAndSuppression: deletionAndSuppression,
  DeliveryOverview: deliveryOverview,
  DestinationFilters: destinationFilters,
  Destinations: destinations,
  Events: events,
  Functions: functions,
  IAMGroups: userGroups,
  IAMRoles: roles,
  IAMUsers: users,
  Labels: labels,
  LivePlugins: livePlugins,
  MonthlyTrackedUsers: monthlyTrackedUsers,
  ProfilesSync: profilesSync,
  ReverseETL: reverseEtl,
  SelectiveSync: selectiveSync,
  Sources: sources,
  SpaceFilters: spaceFilters,
  SpaceSchemaAPI: spaceSchema,
  Spaces: spaces,
  Testing: testing,
  TrackingPlans: trackingPlans,
  Transformations: transformations,
  Warehouses: warehouses,
  Workspaces: workspaces,
};
