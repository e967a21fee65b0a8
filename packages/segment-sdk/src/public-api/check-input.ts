import { badField, described, type Problem, problemIn, typeOf } from '../schema/json-value.js';
import { unknownName } from '../schema/suggest.js';
import type { PublicSpec } from './operation.js';
import type { FieldNode, TypeNode } from './type-text.js';

const BASIC: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: Number.isFinite,
  integer: Number.isInteger,
  null: (value) => value === null,
};

/** Says what is wrong with a value, or returns `undefined`. */
const findProblem = (type: TypeNode, value: unknown, path: string): Problem | undefined => {
  switch (type.kind) {
    case 'word':
      return findWordProblem(type.word, value, path);
    case 'literal':
      return value === type.word ? undefined : badField(path, JSON.stringify(type.word), value, quote(value));
    case 'list':
      if (!Array.isArray(value)) return badField(path, 'array', value);
      return first(value, (item, index) => findProblem(type.of, item, `${path}[${index}]`));
    case 'map':
      if (typeOf(value) !== 'object') return badField(path, 'object', value);
      return first(Object.entries(value as object), ([key, item]) => findProblem(type.of, item, `${path}.${key}`));
    case 'choice':
      return findChoiceProblem(type.of, value, path);
    case 'fields':
      if (typeOf(value) !== 'object') return badField(path, 'object', value);
      return findFieldProblem(type.fields, value as Readonly<Record<string, unknown>>, `${path}.`);
  }
};

const findWordProblem = (word: string, value: unknown, path: string): Problem | undefined => {
  const fits = BASIC[word];
  if (fits) return fits(value) ? undefined : badField(path, word, value);
  if (word !== 'any' && typeOf(value) !== 'object') return badField(path, 'object', value);
  return problemIn(value, path);
};

/** The problem of the alternative that comes closest: of several objects the one whose fields were given. */
const findChoiceProblem = (choices: readonly TypeNode[], value: unknown, path: string): Problem | undefined => {
  const problems = choices.map((choice) => findProblem(choice, value, path));
  if (problems.includes(undefined)) return undefined;
  const known = (choice: TypeNode): number =>
    choice.kind === 'fields' ? choice.fields.filter(({ name }) => name in (value as object)).length : -1;
  const [closest] = typeOf(value) === 'object' ? [...choices].sort((a, b) => known(b) - known(a)) : [];
  if (closest?.kind === 'fields') return problems[choices.indexOf(closest)];
  return badField(path, choices.map(nameOf).join(' or '), value, quote(value));
};

const nameOf = (type: TypeNode): string => {
  if (type.kind === 'literal') return JSON.stringify(type.word);
  if (type.kind === 'word') return type.word;
  return type.kind === 'list' ? 'array' : 'object';
};

const quote = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? JSON.stringify(value.slice(0, 40)) : described(value);

const findFieldProblem = (
  fields: readonly FieldNode[],
  given: Readonly<Record<string, unknown>>,
  prefix: string,
): Problem | undefined => {
  const names = fields.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) return { ...unknownName('field', unknown, names, prefix), field: prefix + unknown };
  return first(fields, ({ name, isOptional, text, type }) => {
    const value = given[name];
    if (value !== undefined) return findProblem(type, value, prefix + name);
    if (isOptional) return undefined;
    const field = prefix + name;
    return { message: `missing field '${field}' (${text} expected)`, field };
  });
};

const first = <T>(
  items: readonly T[],
  problemOf: (item: T, index: number) => Problem | undefined,
): Problem | undefined => {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const LONGEST_ID = 255;

/** An id is part of the path: with one of these the request would be about another resource. */
const findIdProblem = (name: string, value: string): Problem | undefined => {
  if (/^\.{0,2}$/.test(value.trim())) return badField(name, 'id', value, quote(value));
  if (value.length > LONGEST_ID) return badField(name, `at most ${LONGEST_ID} characters`, value, String(value.length));
  return /\p{Surrogate}/u.test(value) ? badField(name, 'well-formed text', value, 'half a character') : undefined;
};

/** A list that is empty would leave the query, and with it what the request is about. */
const findArgumentProblem = (name: string, value: unknown): Problem | undefined => {
  if (Array.isArray(value) && value.length === 0) return badField(name, 'non-empty array', value, 'none');
  return first([value].flat(), (item) =>
    typeof item === 'string' && item.trim() === '' ? badField(name, 'non-empty string', item) : undefined,
  );
};

const findCountProblem = (most: number, name: string, value: unknown): Problem | undefined => {
  const isBare = name === 'count';
  if (!isBare && !/pagination$/i.test(name)) return undefined;
  const count = isBare ? value : (value as { readonly count?: unknown }).count;
  if (Number.isInteger(count) && (count as number) >= 1 && (count as number) <= most) return undefined;
  return badField(isBare ? name : `${name}.count`, `integer from 1 to ${most}`, count, String(count));
};

/** Says what is wrong with the input of an operation, or returns `undefined`. */
export const findInputProblem = (spec: PublicSpec, input: unknown): Problem | undefined => {
  if (typeOf(input) !== 'object') return { message: `an object with fields expected, got ${described(input)}` };
  const given = input as Readonly<Record<string, unknown>>;
  return (
    findFieldProblem(spec.parameters, given, '') ??
    first(spec.inPath, ({ name }) => findIdProblem(name, given[name] as string)) ??
    first(spec.inQuery, ({ name, isOptional }) => (isOptional ? undefined : findArgumentProblem(name, given[name]))) ??
    first(spec.inQuery, ({ name }) =>
      given[name] === undefined ? undefined : findCountProblem(spec.pageMax, name, given[name]),
    )
  );
};
