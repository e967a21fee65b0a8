import type { Violation } from '../contract/violation.js';
import { isObject, type SchemaObject } from './json-schema/check.js';

/** An event without the properties and traits that break its plan; what is missing or has no place stays as it is. */
export const omitFields = (event: SchemaObject, violations: readonly Violation[]): SchemaObject => {
  // The last first: an item that goes moves those behind it.
  return violations
    .filter(({ type, field }) => type !== 'Required' && /^(properties|traits)\./.test(field))
    .map(({ field }) => field)
    .reverse()
    .reduce((rest, field) => withoutField(rest, field) as SchemaObject, event);
};

/** A name may hold dots itself, so a path is followed by the names there are. */
const withoutField = (value: unknown, path: string): unknown => {
  if (Array.isArray(value)) {
    const [at = '', ...rest] = path.split('.');
    const index = Number(at);
    if (rest.length === 0) return value.filter((_item, place) => place !== index);
    return value.map((item: unknown, place) => (place === index ? withoutField(item, rest.join('.')) : item));
  }
  if (!isObject(value)) return value;
  const name = Object.keys(value).find((key) => path === key || path.startsWith(`${key}.`));
  if (name === undefined) return value;
  const { [name]: member, ...others } = value;
  if (path === name) return others;
  // Members keep their order.
  const inner = withoutField(member, path.slice(name.length + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === name ? inner : item]));
};
