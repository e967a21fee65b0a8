import type { GroupGuide } from './group-guide.js';

/** What to know of dbt, and how its functions go together. */
export const dbt: GroupGuide = {
  text: `dbt turns raw tables of a warehouse into models that people work with. If a source of the workspace syncs dbt models, this starts such a sync now, instead of waiting for the next one. Nothing tells when it has ended; look at the tables.`,
  examples: [
    {
      title: 'Start a sync of the models of a source',
      code: `
local segment = app.integrations.segment

local trigger = segment.create_dbt_model_sync_trigger({ sourceId = "abc123" }).dbt_model_sync_trigger
print(trigger.status)
`,
    },
    {
      title: 'Start a sync, and say why if it is refused',
      code: `
local segment = app.integrations.segment

local ok, result = pcall(segment.create_dbt_model_sync_trigger, { sourceId = "abc123" })
if ok then
  print("started " .. result.dbt_model_sync_trigger.id)
elseif result.code == "not_found" then
  print("there is no such source")
else
  error(result)
end
`,
    },
  ],
};
