import type { PublicSpec } from './operation.js';
import type { FieldNode, TypeNode } from './type-text.js';

/** All texts in a value. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

const inType = (type: TypeNode, value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (type.kind === 'fields') return inFields(type.fields, value as Readonly<Record<string, unknown>>);
  if (type.kind === 'list' || type.kind === 'map') return Object.values(value).flatMap((item) => inType(type.of, item));
  return type.kind === 'choice' ? type.of.flatMap((choice) => inType(choice, value)) : [];
};

const inFields = (fields: readonly FieldNode[], given: Readonly<Record<string, unknown>>): string[] =>
  fields.flatMap(({ name, isSecret, type }) => (isSecret ? texts(given[name]) : inType(type, given[name])));

/** The secrets in an input, as it has them and as they stand in a URL; the longest first. */
export const findSecrets = (spec: PublicSpec, input: Readonly<Record<string, unknown>>): string[] =>
  inFields(spec.parameters, input)
    .flatMap((secret) => [secret, ...(/\p{Surrogate}/u.test(secret) ? [] : [encodeURIComponent(secret)])])
    .sort((a, b) => b.length - a.length);
