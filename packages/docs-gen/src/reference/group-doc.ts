import { type FunctionDoc, functionsOf, readOperation } from './function-doc.js';
import type { Reference, ReferenceGroup, WorkedExample } from './reference.js';

/** A group of functions as every target tells of it. */
export interface GroupDoc extends Pick<ReferenceGroup, 'name' | 'summary'> {
  /** `'Tracking plans'`. */
  readonly title: string;
  readonly text: string;
  readonly words: readonly string[];
  /** Functions of the reference itself that belong here, too. */
  readonly also: readonly FunctionDoc[];
  readonly functions: readonly FunctionDoc[];
  readonly examples: readonly WorkedExample[];
}

/** The groups of a reference with their functions, in its order. @throws DocsError as {@link functionsOf} does. */
export const groupsOf = (reference: Reference): GroupDoc[] => {
  const own = functionsOf(reference);
  return (reference.groups ?? []).map(
    ({ name, summary, text = '', words = [], also = [], operations, examples = [] }) => ({
      name,
      title: titleGroup(name),
      summary,
      text,
      words,
      also: own.filter((doc) => also.includes(doc.name)),
      functions: operations.map((operation) => readOperation(reference, operation, name)),
      examples,
    }),
  );
};

const titleGroup = (name: string): string => {
  const words = name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
