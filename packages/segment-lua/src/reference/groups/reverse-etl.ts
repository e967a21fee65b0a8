import type { GroupGuide } from './group-guide.js';

/** What to know of reverse etl, and how its functions go together. */
export const reverseEtl: GroupGuide = {
  text: `Reverse ETL goes the other way: from a warehouse into tools. A model is a query; each of its rows, told apart by one column, is sent to destinations by mappings. The schedule belongs to the mapping (\`update_subscription_for_destination\`), not to the model. A run takes its time: start it, then ask how far it has come.`,
  examples: [
    {
      title: 'Run a model now and wait until it has ended',
      code: `
local segment = app.integrations.segment

local run = segment.create_reverse_etl_manual_sync({
  sourceId = "abc123", modelId = "model1", subscriptionId = "sub1",
}).reverse_etl_manual_sync

local status
repeat
  status = segment.get_reverse_etl_sync_status({ modelId = "model1", syncId = run.sync_id }).reverse_etl_sync_status.sync_status
until status ~= "RUNNING"
print(status)
`,
      output: `
SUCCESS
`,
    },
    {
      title: 'Read the query of a model, change it, and write it back',
      code: `
local segment = app.integrations.segment

local model = segment.get_reverse_etl_model({ modelId = "model1" }).reverse_etl_model
local changed = segment.update_reverse_etl_model({
  modelId = model.id,
  query = model.query .. " WHERE churned = false",
}).reverse_etl_model
print(changed.query)
`,
      output: `
SELECT 1 WHERE churned = false
`,
    },
  ],
};
