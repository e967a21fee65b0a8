import type { GroupGuide } from './group-guide.js';

/** What to know of deletion and suppression, and how its functions go together. */
export const deletionAndSuppression: GroupGuide = {
  text: `Privacy laws (GDPR, CCPA) let people demand that a company forgets them. A regulation does it: it erases what is stored about the given ids, stops collecting data about them (suppresses), or both, for one source or for all. **What is erased cannot be restored.** A regulation runs for days; ask for its status by its id. To let somebody be tracked again, use the type \`UNSUPPRESS\`.`,
  examples: [
    {
      title: 'Erase a person everywhere and stop collecting data about them',
      code: `
local segment = app.integrations.segment

local id = segment.create_workspace_regulation({
  regulationType = "SUPPRESS_WITH_DELETE",
  subjectType = "USER_ID",
  subjectIds = { "user-42" },
}).regulate_id
print(segment.get_regulation({ regulateId = id }).regulation.overall_status)
`,
      output: `
INITIALIZED
`,
    },
    {
      title: 'See which requests are still under way',
      code: `
local segment = app.integrations.segment

for _, regulation in ipairs(segment.list_workspace_regulations({}).regulations) do
  if regulation.status ~= "FINISHED" then print("under way: " .. regulation.id) end
end
for _, suppressed in ipairs(segment.list_suppressions({}).suppressed) do
  print("suppressed: " .. table.concat(suppressed.subject_ids, ", "))
end
`,
      output: `
suppressed: user-42
`,
    },
  ],
};
