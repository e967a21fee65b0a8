import { isSegmentError, SegmentError } from '../contract/errors.js';
import { shape, text } from '../schema/fields.js';
import { defineManagement } from './management.js';
import { source, toSource, type WireSource } from './source.js';
import { get, pathSegment } from './step.js';
import { notInWorkspace, workspaceBySlug } from './workspace.js';

/** `GET /sources/{id}` of the Public API */
export const getSource = defineManagement({
  name: 'get_source',
  group: 'core',
  effect: 'read',
  summary: 'Get details of a specific Segment source. Requires an API token.',
  input: shape({ slug: text('The workspace slug'), id: text('The source ID') }),
  output: source,
  errors: [notInWorkspace],
  *steps({ slug, id }) {
    const segment = pathSegment('get_source', 'id', id);
    yield* workspaceBySlug('get_source', slug);
    try {
      const found = yield* get<{ source: WireSource }>(`/sources/${segment}`);
      return toSource(found.source);
    } catch (error) {
      if (!isSegmentError(error, 'not_found')) throw error;
      const { kind, code, operation, status } = error;
      throw new SegmentError(`no source '${id}' in the workspace '${slug}'`, { kind, code, operation, status });
    }
  },
});
