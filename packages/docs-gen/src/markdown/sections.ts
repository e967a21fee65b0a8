import { renderLuaAccounts } from '../lua/accounts.js';
import { renderLuaExample } from '../lua/example.js';
import { writeLuaKey } from '../lua/literal.js';
import { flattenFields } from '../reference/field.js';
import type { FunctionDoc } from '../reference/function-doc.js';
import { isLuaKeyword } from '../reference/names.js';
import type { Reference, ReferenceAccounts, ReferenceEffect } from '../reference/reference.js';
import { writeNestedParameters, writeResults } from './table.js';
import { writeCodeBlock, writeCodeSpan, writeText } from './text.js';

/** The body of the multi-account section. */
export const writeAccounts = ({ title, namespace }: Reference, accounts: ReferenceAccounts): string =>
  [
    `If you have multiple ${writeText(title)} accounts configured, use account-specific namespaces:`,
    writeCodeBlock('lua', renderLuaAccounts({ namespace }, accounts)),
    'All functions are identical across accounts — only the credentials differ.',
  ].join('\n\n');

/** The examples under their heading, or nothing when there are none. */
export const writeExamples = (reference: Reference, doc: FunctionDoc, heading: string): string[] =>
  doc.examples.length === 0
    ? []
    : [
        `${heading} Examples`,
        ...doc.examples.map((example) => writeCodeBlock('lua', renderLuaExample(reference, doc, example))),
      ];

/**
 * Everything there is to say about one function, below its title.
 * @param heading The level its sections are headed at: `'###'`.
 */
export const writeFunction = (reference: Reference, doc: FunctionDoc, heading: string): string[] => [
  writeText(doc.summary),
  `${writeCodeSpan(doc.path)} · ${EFFECTS[doc.effect]}${doc.auth === undefined ? '' : ` · needs ${writeCodeSpan(doc.auth)}`}`,
  ...writeNotes(doc),
  `${heading} Parameters`,
  writeNestedParameters(doc.parameters),
  ...(doc.options.length === 0 ? [] : [`${heading} Options`, writeNestedParameters(doc.options)]),
  ...(doc.results.length === 0 ? [] : [`${heading} Result`, writeResults(doc.results)]),
  ...(doc.errors.length === 0
    ? []
    : [`${heading} Errors`, doc.errors.map(({ code }) => writeCodeSpan(code)).join(', ')]),
  ...writeExamples(reference, doc, heading),
];

/** What each effect is called, in any target. */
export const EFFECTS: Readonly<Record<ReferenceEffect, string>> = {
  read: 'reads',
  write: 'writes',
  delete: 'deletes or replaces',
};

/** What else to know of a function, as a list. */
export const writeNotes = ({ notes, parameters, results }: FunctionDoc): string[] => {
  const fields = flattenFields([...parameters, ...results]).map(({ name }) => name);
  const keywords = [...new Set(fields.filter(isLuaKeyword))];
  return notes.length + keywords.length === 0
    ? []
    : [[...notes.map(writeText), ...keywords.map(explainKeyword)].map((note) => `- ${note}`).join('\n')];
};

const explainKeyword = (name: string): string => {
  const spelt = writeLuaKey(name);
  return `${writeCodeSpan(name)} is a word of Lua: write ${writeCodeSpan(`${spelt} = …`)}, read ${writeCodeSpan(`result${spelt}`)}.`;
};

/** Error codes and what each means. */
export const writeErrors = ({ errors = [] }: Reference): string =>
  errors.length === 0
    ? 'None are listed.'
    : errors.map(({ code, summary }) => `- ${writeCodeSpan(code)}: ${writeText(summary)}`).join('\n');

/** Error codes, what each means, and a script that fails so where there is one. */
export const writeErrorsAtLength = ({ errors = [] }: Reference): string =>
  errors
    .map(({ code, summary, example }) => {
      const said = `- ${writeCodeSpan(code)}: ${writeText(summary)}`;
      if (example === undefined) return said;
      const block = writeCodeBlock('lua', example).replace(/^(?=.)/gm, '  ');
      return `${said}\n\n${block}`;
    })
    .join('\n\n');

/** How a script sees that a call failed. */
export const ERRORS_INTRODUCTION =
  'A failed call raises an error table with `code` and `message`: `local ok, err = pcall(f, { … })`, then read `err.code`.';
