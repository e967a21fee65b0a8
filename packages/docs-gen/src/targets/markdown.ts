import { writeAccounts, writeExamples } from '../markdown/sections.js';
import { writeParameters } from '../markdown/table.js';
import { joinBlocks, writeText } from '../markdown/text.js';
import { type FunctionDoc, functionsOf, selectCore } from '../reference/function-doc.js';
import type { Reference } from '../reference/reference.js';

/**
 * The short Markdown reference: every function of the core group with its parameters and examples.
 * @example await writeFile('docs/segment.md', renderReference({ title: 'Segment', namespace:
 *   'app.integrations.segment', operations }))
 */
export const renderReference = (reference: Reference): string => {
  const sections = [
    ...selectCore(functionsOf(reference)).map((doc) => writeFunctionSection(reference, doc)),
    ...(reference.accounts ? [`## Multi-Account Usage\n\n${writeAccounts(reference, reference.accounts)}`] : []),
  ];
  return joinBlocks(`# ${writeText(reference.title)} — Lua API Reference`, sections.join('\n\n---\n\n'));
};

const writeFunctionSection = (reference: Reference, doc: FunctionDoc): string =>
  [
    `## ${writeText(doc.name)}`,
    writeText(doc.summary),
    '### Parameters',
    writeParameters(doc.parameters),
    ...writeExamples(reference, doc, '###'),
  ].join('\n\n');
