import { accessModels } from './access.js';
import { audiencesModels } from './audiences.js';
import { catalogModels } from './catalog.js';
import { commonModels } from './common.js';
import { deletionAndSuppressionModels } from './deletion-and-suppression.js';
import { deliveryModels } from './delivery.js';
import { destinationsModels } from './destinations.js';
import { functionsModels } from './functions.js';
import { reverseEtlModels } from './reverse-etl.js';
import { sourcesModels } from './sources.js';
import { spacesModels } from './spaces.js';
import { trackingPlansModels } from './tracking-plans.js';
import { warehousesModels } from './warehouses.js';
import { workspaceModels } from './workspace.js';

/** Every object and set of words that operations take and return, by name. */
export const models = {
  ...deliveryModels,
  ...accessModels,
  ...audiencesModels,
  ...warehousesModels,
  ...workspaceModels,
  ...destinationsModels,
  ...catalogModels,
  ...sourcesModels,
  ...reverseEtlModels,
  ...deletionAndSuppressionModels,
  ...spacesModels,
  ...trackingPlansModels,
  ...commonModels,
  ...functionsModels,
};
