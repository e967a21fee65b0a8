import { renderLuaExample } from '../lua/example.js';
import { ERRORS_INTRODUCTION, writeAccounts, writeErrorsAtLength } from '../markdown/sections.js';
import { writeCodeBlock, writeText } from '../markdown/text.js';
import { functionsOf } from '../reference/function-doc.js';
import type { Guide, Reference } from '../reference/reference.js';

/** How a script names the account it means; nothing where there is just one. */
export const writeAccountsGuide = (reference: Reference): Guide[] =>
  reference.accounts
    ? [
        {
          name: 'accounts',
          title: 'Accounts',
          summary: 'One namespace per account',
          text: writeAccounts(reference, reference.accounts),
        },
      ]
    : [];

/** The error codes; nothing where none are listed. */
export const writeErrorsGuide = (reference: Reference): Guide[] =>
  reference.errors?.length
    ? [
        {
          name: 'errors',
          title: 'Errors',
          summary: 'What can go wrong and what to do about it',
          text: `${ERRORS_INTRODUCTION}\n\n## Codes\n\n${writeErrorsAtLength(reference)}`,
        },
      ]
    : [];

/** Every example, by function. */
export const writeExamplesGuide = (reference: Reference): Guide => ({
  name: 'examples',
  title: 'Examples',
  summary: 'Every example, by function',
  text: functionsOf(reference)
    .filter(({ examples }) => examples.length > 0)
    .flatMap((doc) => [
      `## ${writeText(doc.name)}`,
      ...doc.examples.map((example) => writeCodeBlock('lua', renderLuaExample(reference, doc, example))),
    ])
    .join('\n\n'),
});
