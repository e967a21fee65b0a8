import { toLuaName } from '../reference/names.js';
import type { Example, FollowUp, Part, Reference, ReferenceOperation } from '../reference/reference.js';
import { enterLoop, followPath, type Scope } from '../reference/result-path.js';
import { writeLuaAccess, writeLuaLiteral, writeLuaString } from './literal.js';

/**
 * One example as a runnable Lua script: its title as a comment, the call, and what is done with the result.
 * @example renderLuaExample(reference, track, track.examples[0])
 */
export const renderLuaExample = (
  reference: Pick<Reference, 'namespace'>,
  operation: Pick<ReferenceOperation, 'name' | 'output'>,
  example: Example,
): string => {
  const call = `${reference.namespace}.${operation.name}(${writeLuaLiteral(example.input)})`;
  const { result } = example;
  const lines = result
    ? [
        `local ${result.name} = ${call}`,
        ...result.then.flatMap((step) => writeTopLevel(step, { [result.name]: operation.output })),
      ]
    : [call];
  return [...writeComment(example.title), ...lines].join('\n');
};

/** A comment that stays one whatever line breaks the text has. */
export const writeComment = (text: string): string[] => text.split(/\r\n|\r|\n/).map((line) => `-- ${line}`);

const writeTopLevel = (step: FollowUp, scope: Scope): string[] =>
  'each' in step ? ['', ...writeStatement(step, scope, '')] : writeStatement(step, scope, '');

const writeStatement = (step: FollowUp, scope: Scope, indent: string): string[] =>
  'print' in step
    ? [`${indent}print(${step.print.map((part) => writeExpression(part, scope)).join(' .. ')})`]
    : [
        `${indent}for _, ${step.each} in ipairs(${writePath(step.of, scope)} or {}) do`,
        ...step.do.flatMap((inner) => writeStatement(inner, enterLoop(step, scope), `${indent}  `)),
        `${indent}end`,
      ];

const writeExpression = (part: Part, scope: Scope): string =>
  'text' in part ? writeLuaString(part.text) : writePath(part.field, scope);

const writePath = (names: readonly string[], scope: Scope): string =>
  followPath(names, scope).reduce(
    (text, { field, ofOptional }) => `${ofOptional ? `(${text} or {})` : text}${writeLuaAccess(toLuaName(field))}`,
    names[0] ?? '',
  );
