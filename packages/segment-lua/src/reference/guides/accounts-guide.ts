import type { Guide } from '@moonwire/docs-gen';

/** Opens the page on accounts, which docs-gen derives. */
export const accountsGuide: Guide = {
  name: 'accounts',
  title: 'Accounts',
  summary: 'One namespace per account: adding them, choosing one, plans and regions of their own',
  words: ['account', 'credentials', 'write', 'key', 'token'],
  text: `Each account has its own write key and API token, and its own functions below its name. Calls without a name use the
default account. \`pairs\` lists what is there:

\`\`\`lua
local names = {}
for name, value in pairs(app.integrations.segment) do
  if type(value) == "table" then names[#names + 1] = name end
end
table.sort(names)
print(table.concat(names, ", "))
\`\`\`

\`\`\`text
default, production, staging
\`\`\`

\`\`\`sh
segment-lua accounts add production --region eu     # asks for the credentials, and never takes them as arguments
segment-lua accounts default production             # what unqualified calls use
segment-lua accounts set staging --plan staging.json  # events of .staging are held to this tracking plan
segment-lua accounts list
\`\`\`

\`SEGMENT_WRITE_KEY\`, \`SEGMENT_PRODUCTION_API_TOKEN\` and the like in the environment go before what is stored.`,
};
