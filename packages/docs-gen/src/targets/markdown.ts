import { fieldsOf } from '../field.js';
import { renderLuaAccounts } from '../lua/accounts.js';
import { renderLuaExample } from '../lua/example.js';
import { codeBlock, codeSpan, inlineText } from '../markdown/text.js';
import { table } from '../markdown/table.js';
import type { Reference, ReferenceOperation } from '../reference.js';

/**
 * The short Markdown reference: every operation of the core group with its parameters and examples.
 * @example await writeFile('docs/segment.md', renderReference({ title: 'Segment', namespace: 'app.integrations.segment', operations }))
 */
export const renderReference = (reference: Reference): string => {
  const core = reference.operations.filter(({ group = 'core' }) => group === 'core');
  const sections = [...core.map((operation) => operationSection(reference, operation)), ...accountsSection(reference)];
  return `# ${inlineText(reference.title)} — Lua API Reference\n\n${sections.join('\n\n---\n\n')}\n`;
};

const operationSection = (reference: Reference, operation: ReferenceOperation): string =>
  [
    `## ${inlineText(operation.name)}`,
    inlineText(operation.summary),
    '### Parameters',
    parameters(operation),
    ...examples(reference, operation),
  ].join('\n\n');

const parameters = (operation: ReferenceOperation): string => {
  const rows = fieldsOf(operation.input).map(({ name, type, required, description }) => [
    codeSpan(name),
    inlineText(type),
    required ? 'yes' : 'no',
    inlineText(description),
  ]);
  return rows.length === 0 ? 'None.' : table(['Name', 'Type', 'Required', 'Description'], rows);
};

const examples = (reference: Reference, operation: ReferenceOperation): string[] => {
  const blocks = operation.examples?.map((example) => codeBlock('lua', renderLuaExample(reference, operation, example))) ?? [];
  return blocks.length === 0 ? [] : ['### Examples', ...blocks];
};

const accountsSection = ({ title, namespace, accounts }: Reference): string[] =>
  accounts
    ? [
        [
          '## Multi-Account Usage',
          `If you have multiple ${inlineText(title)} accounts configured, use account-specific namespaces:`,
          codeBlock('lua', renderLuaAccounts({ namespace }, accounts)),
          'All functions are identical across accounts — only the credentials differ.',
        ].join('\n\n'),
      ]
    : [];
