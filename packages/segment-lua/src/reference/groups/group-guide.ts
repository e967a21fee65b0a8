import type { ReferenceGroup } from '@moonwire/docs-gen';

/** A group's introduction for people who do not know Segment, and scripts that show how its functions go together. */
export type GroupGuide = Required<Pick<ReferenceGroup, 'text' | 'examples'>>;
