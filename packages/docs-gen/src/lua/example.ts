import type { Example, FollowUp, Part, Reference, ReferenceOperation } from '../reference.js';
import { luaLiteral, luaString } from './literal.js';
import { luaName } from './name.js';

/**
 * One example as a runnable Lua script: its title as a comment, the call, and what is done with the result.
 * @example renderLuaExample(reference, track, track.examples[0])
 */
export const renderLuaExample = (
  reference: Pick<Reference, 'namespace'>,
  operation: Pick<ReferenceOperation, 'name'>,
  example: Example,
): string => {
  const call = `${reference.namespace}.${operation.name}(${luaLiteral(example.input)})`;
  const { result } = example;
  const lines = result ? [`local ${result.name} = ${call}`, ...result.then.flatMap((step) => topLevel(step))] : [call];
  return [...comment(example.title), ...lines].join('\n');
};

/** A comment that stays one whatever line breaks the text has. */
const comment = (text: string): string[] => text.split(/\r\n|\r|\n/).map((line) => `-- ${line}`);

const topLevel = (step: FollowUp): string[] => ('each' in step ? ['', ...statement(step, '')] : statement(step, ''));

const statement = (step: FollowUp, indent: string): string[] =>
  'print' in step
    ? [`${indent}print(${step.print.map(part).join(' .. ')})`]
    : [
        `${indent}for _, ${step.each} in ipairs(${fieldPath(step.of)} or {}) do`,
        ...step.do.flatMap((inner) => statement(inner, `${indent}  `)),
        `${indent}end`,
      ];

const part = (value: Part): string => ('text' in value ? luaString(value.text) : fieldPath(value.field));

const fieldPath = ([variable = '', ...fields]: readonly string[]): string => [variable, ...fields.map(luaName)].join('.');
