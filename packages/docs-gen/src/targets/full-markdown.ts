import { functionsOf } from '../function-doc.js';
import { accountsSection, errorList, errorsIntroduction, fullFunction } from '../markdown/sections.js';
import { codeSpan, inlineText, page } from '../markdown/text.js';
import type { Reference } from '../reference.js';

/**
 * The full Markdown reference: every function with nested parameters, options, result, errors, effect and credential.
 */
export const renderFullReference = (reference: Reference): string => {
  const sections = [
    ...functionsOf(reference).map((doc) =>
      [`## ${inlineText(doc.name)}`, ...fullFunction(reference, doc, '###')].join('\n\n'),
    ),
    ...(reference.accounts ? [`## Multi-Account Usage\n\n${accountsSection(reference, reference.accounts)}`] : []),
    ...(reference.errors?.length ? [`## Errors\n\n${errorsIntroduction}\n\n${errorList(reference)}`] : []),
  ];
  return page(
    `# ${inlineText(reference.title)} — full Lua API reference`,
    ...introduction(reference),
    sections.join('\n\n---\n\n'),
  );
};

const introduction = ({ summary, namespace }: Reference): string[] => [
  ...(summary === undefined ? [] : [inlineText(summary)]),
  `Every function is called with one table: ${codeSpan(`${namespace}.NAME({ … })`)}.`,
];
