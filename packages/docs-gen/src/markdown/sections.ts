import type { FunctionDoc } from '../function-doc.js';
import { renderLuaAccounts } from '../lua/accounts.js';
import { renderLuaExample } from '../lua/example.js';
import type { Reference, ReferenceAccounts } from '../reference.js';
import { nestedParameterTable, resultTable } from './table.js';
import { codeBlock, codeSpan, inlineText } from './text.js';

/** The body of the multi-account section. */
export const accountsSection = ({ title, namespace }: Reference, accounts: ReferenceAccounts): string =>
  [
    `If you have multiple ${inlineText(title)} accounts configured, use account-specific namespaces:`,
    codeBlock('lua', renderLuaAccounts({ namespace }, accounts)),
    'All functions are identical across accounts — only the credentials differ.',
  ].join('\n\n');

/** The examples under their heading, or nothing when there are none. */
export const exampleBlocks = (reference: Reference, doc: FunctionDoc, heading: string): string[] =>
  doc.examples.length === 0
    ? []
    : [
        `${heading} Examples`,
        ...doc.examples.map((example) => codeBlock('lua', renderLuaExample(reference, doc, example))),
      ];

/**
 * Everything there is to say about one function, below its title.
 * @param heading The level its sections are headed at: `'###'`.
 */
export const fullFunction = (reference: Reference, doc: FunctionDoc, heading: string): string[] => [
  inlineText(doc.summary),
  `${codeSpan(doc.path)} · ${doc.effect === 'read' ? 'reads' : 'writes'}${doc.auth === undefined ? '' : ` · needs ${codeSpan(doc.auth)}`}`,
  `${heading} Parameters`,
  nestedParameterTable(doc.parameters),
  ...(doc.options.length === 0 ? [] : [`${heading} Options`, nestedParameterTable(doc.options)]),
  ...(doc.results.length === 0 ? [] : [`${heading} Result`, resultTable(doc.results)]),
  ...(doc.errors.length === 0 ? [] : [`${heading} Errors`, doc.errors.map(({ code }) => codeSpan(code)).join(', ')]),
  ...exampleBlocks(reference, doc, heading),
];

/** Error codes and what each means. */
export const errorList = ({ errors = [] }: Reference): string =>
  errors.length === 0
    ? 'None are listed.'
    : errors.map(({ code, summary }) => `- ${codeSpan(code)}: ${inlineText(summary)}`).join('\n');

/** How a script sees that a call failed. */
export const errorsIntroduction =
  'A failed call raises an error table with `code` and `message`: `local ok, err = pcall(f, { … })`, then read `err.code`.';
