import type { GroupGuide } from './group-guide.js';

/** What to know of workspaces, and how its functions go together. */
export const workspaces: GroupGuide = {
  text: `A workspace is everything that belongs together: its sources, destinations, warehouses, members. An API token belongs to one workspace, so there is nothing to choose: the function tells which one it is.`,
  examples: [
    {
      title: 'See which workspace an account belongs to',
      code: `
local segment = app.integrations.segment

print(segment.get_workspace({ slug = "my-workspace" }).name)
`,
      output: `
My Workspace
`,
    },
    {
      title: 'Compare the accounts that are set up',
      code: `
local segment = app.integrations.segment

for _, account in ipairs({ "default", "production", "staging" }) do
  print(account, segment[account].get_workspace({ slug = "my-workspace" }).name)
end
`,
      output: `
default	My Workspace
production	My Workspace
staging	My Workspace
`,
    },
  ],
};
