import type { Example, FollowUp, Part, Reference, ReferenceOperation } from '../reference.js';
import { pathSteps, type Scope, scopeInside } from '../result-path.js';
import { luaLiteral, luaString } from './literal.js';
import { luaName } from './name.js';

/**
 * One example as a runnable Lua script: its title as a comment, the call, and what is done with the result.
 * @example renderLuaExample(reference, track, track.examples[0])
 */
export const renderLuaExample = (
  reference: Pick<Reference, 'namespace'>,
  operation: Pick<ReferenceOperation, 'name' | 'output'>,
  example: Example,
): string => {
  const call = `${reference.namespace}.${operation.name}(${luaLiteral(example.input)})`;
  const { result } = example;
  const lines = result
    ? [
        `local ${result.name} = ${call}`,
        ...result.then.flatMap((step) => topLevel(step, { [result.name]: operation.output })),
      ]
    : [call];
  return [...comment(example.title), ...lines].join('\n');
};

/** A comment that stays one whatever line breaks the text has. */
const comment = (text: string): string[] => text.split(/\r\n|\r|\n/).map((line) => `-- ${line}`);

const topLevel = (step: FollowUp, scope: Scope): string[] =>
  'each' in step ? ['', ...statement(step, scope, '')] : statement(step, scope, '');

const statement = (step: FollowUp, scope: Scope, indent: string): string[] =>
  'print' in step
    ? [`${indent}print(${step.print.map((part) => expression(part, scope)).join(' .. ')})`]
    : [
        `${indent}for _, ${step.each} in ipairs(${path(step.of, scope)} or {}) do`,
        ...step.do.flatMap((inner) => statement(inner, scopeInside(step, scope), `${indent}  `)),
        `${indent}end`,
      ];

const expression = (part: Part, scope: Scope): string =>
  'text' in part ? luaString(part.text) : path(part.field, scope);

const path = (names: readonly string[], scope: Scope): string =>
  pathSteps(names, scope).reduce(
    (text, { field, ofOptional }) => `${ofOptional ? `(${text} or {})` : text}.${luaName(field)}`,
    names[0] ?? '',
  );
