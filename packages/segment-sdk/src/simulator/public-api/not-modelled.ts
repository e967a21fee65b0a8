import type { PublicName } from '../../public-api/types.js';

const CODE = 'the simulator runs no code and knows no filter language';
const DATA = 'the simulator keeps no events and no profiles that could be looked into';
const OUTSIDE = 'the simulator has nothing outside itself';

/** What the simulator does not do, and why. It answers 501. */
export const notModelled: { readonly [Name in PublicName]?: string } = {
  preview_destination_filter: CODE,
  restore_function_version: CODE,
  create_live_plugin: CODE,
  delete_live_plugin_code: CODE,
  get_latest_from_live_plugins: CODE,
  list_supported_destinations: DATA,
  list_delivery_metrics_summary: DATA,
  list_sample_values_from_entity_property: DATA,
  list_sample_values_from_event_property: DATA,
  list_sample_values_from_trait: DATA,
  batch_query_messaging_subscriptions: DATA,
  replace_messaging_subscriptions: DATA,
  update_selective_sync_for_space: DATA,
  update_selective_sync_for_warehouse: DATA,
  list_credential_consumers: DATA,
  create_download: OUTSIDE,
  create_dbt_model_sync_trigger: OUTSIDE,
};
