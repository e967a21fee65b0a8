import { ERRORS_INTRODUCTION, writeAccounts, writeErrors, writeFunction } from '../markdown/sections.js';
import { joinBlocks, writeCodeSpan, writeText } from '../markdown/text.js';
import { functionsOf } from '../reference/function-doc.js';
import type { Reference } from '../reference/reference.js';

/**
 * The full Markdown reference: every function with nested parameters, options, result, errors, effect and credential.
 */
export const renderFullReference = (reference: Reference): string => {
  const sections = [
    ...functionsOf(reference).map((doc) =>
      [`## ${writeText(doc.name)}`, ...writeFunction(reference, doc, '###')].join('\n\n'),
    ),
    ...(reference.accounts ? [`## Multi-Account Usage\n\n${writeAccounts(reference, reference.accounts)}`] : []),
    ...(reference.errors?.length ? [`## Errors\n\n${ERRORS_INTRODUCTION}\n\n${writeErrors(reference)}`] : []),
  ];
  return joinBlocks(
    `# ${writeText(reference.title)} — full Lua API reference`,
    ...writeIntroduction(reference),
    sections.join('\n\n---\n\n'),
  );
};

const writeIntroduction = ({ summary, namespace }: Reference): string[] => [
  ...(summary === undefined ? [] : [writeText(summary)]),
  `Every function is called with one table: ${writeCodeSpan(`${namespace}.NAME({ … })`)}.`,
];
