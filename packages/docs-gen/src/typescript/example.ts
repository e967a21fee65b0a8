import type { Example, FollowUp, Part, Reference, ReferenceOperation } from '../reference.js';
import { pathSteps, type Scope, scopeInside } from '../result-path.js';
import { fileStem } from '../target.js';
import { templateText, typeScriptLiteral, typeScriptString } from './literal.js';
import { methodOf } from './method.js';

/**
 * One example as TypeScript, to run where the client is in scope: its title as a comment, the call, and what is done
 * with the result.
 * @example renderTypeScriptExample(reference, track, track.examples[0])
 */
export const renderTypeScriptExample = (
  reference: Pick<Reference, 'namespace' | 'typescript'>,
  operation: Pick<ReferenceOperation, 'name' | 'method' | 'output'>,
  example: Example,
): string => {
  const client = reference.typescript?.client ?? fileStem(reference);
  const call = `await ${client}.${methodOf(operation)}(${typeScriptLiteral(example.input)});`;
  const { result } = example;
  const lines = result
    ? [
        `const ${result.name} = ${call}`,
        ...result.then.flatMap((step) => topLevel(step, { [result.name]: operation.output })),
      ]
    : [call];
  return [...comment(example.title), ...lines].join('\n');
};

const comment = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => `// ${line}`);

const topLevel = (step: FollowUp, scope: Scope): string[] =>
  'each' in step ? ['', ...statement(step, scope, '')] : statement(step, scope, '');

const statement = (step: FollowUp, scope: Scope, indent: string): string[] =>
  'print' in step
    ? [`${indent}console.log(${joined(step.print, scope)});`]
    : [
        `${indent}for (const ${step.each} of ${path(step.of, scope)} ?? []) {`,
        ...step.do.flatMap((inner) => statement(inner, scopeInside(step, scope), `${indent}  `)),
        `${indent}}`,
      ];

const joined = (parts: readonly Part[], scope: Scope): string => {
  const [only] = parts;
  if (only && parts.length === 1) return 'text' in only ? typeScriptString(only.text) : path(only.field, scope);
  return `\`${parts.map((part) => ('text' in part ? templateText(part.text) : `\${${path(part.field, scope)}}`)).join('')}\``;
};

const path = (names: readonly string[], scope: Scope): string =>
  pathSteps(names, scope).reduce(
    (text, { field, ofOptional }) => `${text}${ofOptional ? '?.' : '.'}${field}`,
    names[0] ?? '',
  );
