import { shape, text } from '../schema/fields.js';
import type { Infer } from '../schema/schema.js';
import type { OperationError } from './operation.js';
import { get, notFound, type Step } from './step.js';

/** A workspace as this package returns it. */
export const workspace = shape({
  id: text('The workspace ID'),
  slug: text('The workspace slug'),
  name: text('The name of the workspace'),
});

/** The slug is not that of the token's workspace, or what is asked for is not in it. */
export const notInWorkspace: OperationError = {
  code: 'not_found',
  summary: "The slug is not that of the token's workspace, or there is no such source. The message names both.",
};

/** The workspace the token belongs to; a token belongs to exactly one. */
export function* tokenWorkspace(): Generator<Step, Infer<typeof workspace>, unknown> {
  const { workspace: found } = yield* get<{ workspace: Infer<typeof workspace> }>('/');
  return { id: found.id, slug: found.slug, name: found.name };
}

/** The token's workspace, provided it has this slug: the Public API itself has no parameter for one. */
export function* workspaceBySlug(operation: string, slug: string): Generator<Step, Infer<typeof workspace>, unknown> {
  const found = yield* tokenWorkspace();
  if (found.slug !== slug)
    throw notFound(operation, `no workspace '${slug}' for this token; it belongs to '${found.slug}'`);
  return found;
}
