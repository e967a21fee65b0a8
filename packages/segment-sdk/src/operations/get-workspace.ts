import { shape, text } from '../schema/fields.js';
import { defineManagement } from './management.js';
import { notInWorkspace, workspace, workspaceBySlug } from './workspace.js';

/** `GET /` of the Public API */
export const getWorkspace = defineManagement({
  name: 'get_workspace',
  group: 'core',
  effect: 'read',
  summary: 'Get details of a Segment workspace by its slug. Requires an API token.',
  input: shape({ slug: text('The workspace slug (e.g., "my-workspace")') }),
  output: workspace,
  errors: [notInWorkspace],
  steps: ({ slug }) => workspaceBySlug('get_workspace', slug),
});
