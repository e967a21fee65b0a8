import type { SimulatedSource, SimulatedWorkspace } from './types.js';

/** The one API token the simulator accepts unless told otherwise. */
export const SIMULATOR_API_TOKEN = 'sgp_simulator';

const source = (id: string, slug: string, name: string): SimulatedSource => ({
  id,
  slug,
  name,
  workspaceId: '9aQ1Lj62S4bomZKLF4DPqW',
  enabled: true,
  writeKeys: [`simulator-${slug}`],
  metadata: { id: 'iUM16Md8P2', slug: 'node', name: 'Node.js', categories: ['Server'] },
  settings: {},
  labels: [{ key: 'environment', value: slug }],
});

/** The workspace that examples speak of. */
export const standardWorkspace: SimulatedWorkspace = {
  id: '9aQ1Lj62S4bomZKLF4DPqW',
  slug: 'my-workspace',
  name: 'My Workspace',
  sources: [
    source('abc123', 'default', 'Website'),
    source('def456', 'production', 'Shop'),
    source('ghi789', 'staging', 'Shop (staging)'),
  ],
  users: [{ id: 'sgJDWk3K21k9LE8tLU5gHT', name: 'Jane Doe', email: 'jane@example.com' }],
};
