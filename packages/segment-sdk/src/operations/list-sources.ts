import { shape, text } from '../schema/fields.js';
import { list } from '../schema/output-fields.js';
import { defineList } from './management.js';
import { source, toSource, type WireSource } from './source.js';
import { everyPage } from './step.js';
import { notInWorkspace, workspaceBySlug } from './workspace.js';

/** `GET /sources` of the Public API, all pages */
export const listSources = defineList({
  name: 'list_sources',
  group: 'core',
  effect: 'read',
  summary: 'List all sources in a Segment workspace. Requires an API token.',
  input: shape({ slug: text('The workspace slug') }),
  output: shape({ sources: list(source, 'The sources of the workspace') }),
  errors: [notInWorkspace],
  list: 'sources',
  *steps({ slug }) {
    yield* workspaceBySlug('list_sources', slug);
    yield* everyPage('list_sources', '/sources', (page: { sources: readonly WireSource[] }) =>
      page.sources.map(toSource),
    );
  },
});
