import { nameFiles, nameMethod } from '../reference/names.js';
import type { Example, FollowUp, Part, Reference, ReferenceOperation } from '../reference/reference.js';
import { enterLoop, followPath, type Scope } from '../reference/result-path.js';
import { writeTemplateText, writeTypeScriptLiteral, writeTypeScriptString } from './literal.js';

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
  const client = reference.typescript?.client ?? nameFiles(reference);
  const call = `await ${client}.${nameMethod(operation)}(${writeTypeScriptLiteral(example.input)});`;
  const { result } = example;
  const lines = result
    ? [
        `const ${result.name} = ${call}`,
        ...result.then.flatMap((step) => writeTopLevel(step, { [result.name]: operation.output })),
      ]
    : [call];
  return [...writeComment(example.title), ...lines].join('\n');
};

const writeComment = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => `// ${line}`);

const writeTopLevel = (step: FollowUp, scope: Scope): string[] =>
  'each' in step ? ['', ...writeStatement(step, scope, '')] : writeStatement(step, scope, '');

const writeStatement = (step: FollowUp, scope: Scope, indent: string): string[] =>
  'print' in step
    ? [`${indent}console.log(${joinParts(step.print, scope)});`]
    : [
        `${indent}for (const ${step.each} of ${writePath(step.of, scope)} ?? []) {`,
        ...step.do.flatMap((inner) => writeStatement(inner, enterLoop(step, scope), `${indent}  `)),
        `${indent}}`,
      ];

const joinParts = (parts: readonly Part[], scope: Scope): string => {
  const [only] = parts;
  if (only && parts.length === 1)
    return 'text' in only ? writeTypeScriptString(only.text) : writePath(only.field, scope);
  return `\`${parts.map((part) => ('text' in part ? writeTemplateText(part.text) : `\${${writePath(part.field, scope)}}`)).join('')}\``;
};

const writePath = (names: readonly string[], scope: Scope): string =>
  followPath(names, scope).reduce(
    (text, { field, ofOptional }) => `${text}${ofOptional ? '?.' : '.'}${field}`,
    names[0] ?? '',
  );
