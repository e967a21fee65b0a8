import { renderWorked, trimLines } from '../lua/worked.js';
import { type FunctionDoc, writeSignature } from '../reference/function-doc.js';
import type { GroupDoc } from '../reference/group-doc.js';
import type { Reference, WorkedExample } from '../reference/reference.js';
import { EFFECTS, writeFunction } from './sections.js';
import { joinBlocks, writeCodeBlock, writeCodeSpan, writeText } from './text.js';

/** A group in short: what it is about, how its functions are called, and how they go together. */
export const writeGroupOverview = (group: GroupDoc): string => joinBlocks(...writeOpening(group));

/** A group on one page: all of its functions in full. */
export const writeGroupPage = (reference: Reference, group: GroupDoc): string =>
  joinBlocks(
    ...writeOpening(group),
    ...group.functions.flatMap((doc) => [`## ${writeText(doc.name)}`, ...writeFunction(reference, doc, '###')]),
  );

/** Groups, a line each. */
export const writeGroupList = (groups: readonly GroupDoc[], nameOf: (group: GroupDoc) => string): string =>
  groups.map((group) => `- ${nameOf(group)}: ${writeText(group.summary)}`).join('\n');

const writeOpening = ({ title, summary, text, also, functions, examples }: GroupDoc): string[] => [
  `# ${writeText(title)}`,
  text === '' ? writeText(summary) : text,
  '## Functions',
  [...also, ...functions].map(writeLine).join('\n'),
  ...writeWorked(examples),
];

const writeLine = (doc: FunctionDoc): string =>
  `- ${writeCodeSpan(writeSignature(doc))}: ${writeText(doc.summary)}${doc.effect === 'delete' ? ` (${EFFECTS.delete})` : ''}`;

const writeWorked = (examples: readonly WorkedExample[]): string[] =>
  examples.length === 0 ? [] : ['## Examples', ...examples.flatMap(writeWorkedExample)];

const writeWorkedExample = ({ title, code, output }: WorkedExample): string[] => [
  writeCodeBlock('lua', renderWorked({ title, code })),
  ...(output === undefined ? [] : ['It prints:', writeCodeBlock('text', trimLines(output))]),
];
