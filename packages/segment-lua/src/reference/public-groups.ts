import type { ReferenceGroup, ReferenceOperation } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';
import {
  type DescribedOperation,
  type PublicGroup,
  publicGroups,
  searchWords,
} from '@moonwire/segment-sdk/public-api/table';

import { deriveExample } from './derive-example.js';
import { describeAll } from './describe-all.js';
import { groupGuides } from './groups/index.js';

const core: ReadonlySet<string> = new Set(operations.map(({ name }) => name));

const writeNotes = ({ stability, rate, needs, lists, pageMax, input }: DescribedOperation): string[] => [
  ...(lists.length > 0 && 'pagination' in input.properties
    ? [`Reads the list to its end, unless pagination asks for a page of at most ${pageMax ?? 1000}.`]
    : []),
  ...(stability ? [`Not final (${stability}): it may change.`] : []),
  ...(rate === undefined ? [] : [`A limit of its own: at most ${rate}.`]),
  ...(needs === undefined ? [] : [`The workspace needs the feature ${needs}.`]),
];

const readWords = (name: string): readonly string[] => searchWords[name]?.split(' ') ?? [];

const toOperation = (operation: DescribedOperation): ReferenceOperation => {
  const { name, method, effect, auth, summary, output } = operation;
  const own = {
    name,
    method,
    effect,
    auth,
    summary,
    notes: writeNotes(operation),
    words: readWords(name),
    input: describeAll(operation),
    output,
  };
  return { ...own, examples: [deriveExample(own)] };
};

const toGroup = ({ name, about, operations: all }: PublicGroup): ReferenceGroup => ({
  name,
  summary: about,
  words: readWords(name),
  ...groupGuides[name],
  also: all.map((operation) => operation.name).filter((one) => core.has(one)),
  operations: all.filter((operation) => !core.has(operation.name)).map(toOperation),
});

/** The whole Public API as docs-gen takes it. What the core has, too, is the core's. */
export const referenceGroups = (): readonly ReferenceGroup[] => publicGroups.map(toGroup);
