import type { PublicName } from '../../public-api/types.js';

const LANGUAGE = 'the simulator knows no filter language';
const DATA = 'the simulator keeps no events and no profiles that could be looked into';
const OUTSIDE = 'the simulator has nothing outside itself';

/** What the simulator does not do, and why. It answers 501. */
export const notModelled: { readonly [Name in PublicName]?: string } = {
  preview_destination_filter: LANGUAGE,
  list_supported_destinations: DATA,
  list_delivery_metrics_summary: DATA,
  list_sample_values_from_entity_property: DATA,
  list_sample_values_from_event_property: DATA,
  list_sample_values_from_trait: DATA,
  batch_query_messaging_subscriptions: DATA,
  replace_messaging_subscriptions: DATA,
  list_credential_consumers: DATA,
  create_download: OUTSIDE,
  create_dbt_model_sync_trigger: OUTSIDE,
};
