import { coreOf, type FunctionDoc, functionsOf } from '../function-doc.js';
import { accountsSection, exampleBlocks } from '../markdown/sections.js';
import { parameterTable } from '../markdown/table.js';
import { inlineText, page } from '../markdown/text.js';
import type { Reference } from '../reference.js';

/**
 * The short Markdown reference: every function of the core group with its parameters and examples.
 * @example await writeFile('docs/segment.md', renderReference({ title: 'Segment', namespace:
 *   'app.integrations.segment', operations }))
 */
export const renderReference = (reference: Reference): string => {
  const sections = [
    ...coreOf(functionsOf(reference)).map((doc) => functionSection(reference, doc)),
    ...(reference.accounts ? [`## Multi-Account Usage\n\n${accountsSection(reference, reference.accounts)}`] : []),
  ];
  return page(`# ${inlineText(reference.title)} — Lua API Reference`, sections.join('\n\n---\n\n'));
};

const functionSection = (reference: Reference, doc: FunctionDoc): string =>
  [
    `## ${inlineText(doc.name)}`,
    inlineText(doc.summary),
    '### Parameters',
    parameterTable(doc.parameters),
    ...exampleBlocks(reference, doc, '###'),
  ].join('\n\n');
