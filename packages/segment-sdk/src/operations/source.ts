import { freeForm, optional, shape, text } from '../schema/fields.js';
import { flag, list } from '../schema/output-fields.js';
import type { FreeForm, Infer } from '../schema/schema.js';

/** A source as this package returns it. */
export const source = shape({
  id: text('The source ID'),
  slug: text('The source slug'),
  name: text('The name of the source; its slug where it has none'),
  workspaceId: text('The ID of the workspace the source belongs to'),
  enabled: flag('Whether the source accepts events'),
  writeKey: optional(text('The first write key; absent when the token may not see write keys')),
  writeKeys: list(text('A write key'), 'All write keys; empty when the token may not see them'),
  metadata: optional(freeForm('What kind of source it is')),
  settings: optional(freeForm('The settings of the source')),
  labels: list(
    shape({ key: text('The key'), value: text('The value'), description: optional(text('What the label means')) }),
    'The labels of the source',
  ),
});

/** A source. */
export type Source = Infer<typeof source>;

/** A source as the Public API sends it. */
export interface WireSource {
  readonly id: string;
  readonly slug: string;
  readonly name?: string;
  readonly metadata?: FreeForm;
  readonly workspaceId: string;
  readonly enabled: boolean;
  readonly writeKeys?: readonly string[];
  readonly settings?: FreeForm;
  readonly labels?: Source['labels'];
}

/** Converts a source from the API's form. */
export const toSource = ({
  id,
  slug,
  name,
  workspaceId,
  enabled,
  writeKeys = [],
  metadata,
  settings,
  labels = [],
}: WireSource): Source => ({
  id,
  slug,
  name: name?.trim() ? name : slug,
  workspaceId,
  enabled,
  ...(writeKeys[0] !== undefined && { writeKey: writeKeys[0] }),
  writeKeys,
  ...(metadata && { metadata }),
  ...(settings && { settings }),
  labels,
});
