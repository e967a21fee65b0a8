import { all, type Check, type Compile, type Keywords, passes, within } from './check.js';
import { canonical } from './equality.js';

type Items = readonly unknown[];

/** `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems`, `contains`. */
export const arrays: Keywords = (schema, compile) => {
  const { minItems, maxItems } = schema;
  const checks = [
    itemsOf(schema, compile),
    typeof minItems === 'number'
      ? ofItems('minItems', (items) => (items.length < minItems ? `at least ${minItems} items expected` : undefined))
      : undefined,
    typeof maxItems === 'number'
      ? ofItems('maxItems', (items) => (items.length > maxItems ? `at most ${maxItems} items expected` : undefined))
      : undefined,
    schema.uniqueItems === true ? ofItems('uniqueItems', findDouble) : undefined,
    containing(schema, compile),
  ].filter((check) => check !== undefined);
  return checks.length > 0 ? all(checks) : undefined;
};

const ofItems =
  (keyword: string, test: (items: Items) => string | undefined): Check =>
  (value, path, findings) => {
    const message = Array.isArray(value) ? test(value) : undefined;
    if (message !== undefined) findings.push({ keyword, path, message });
  };

const findDouble = (items: Items): string | undefined =>
  new Set(items.map(canonical)).size < items.length ? 'items that are all different expected' : undefined;

/** One schema for all items, or a list of them for the first ones. */
const itemsOf = (schema: Readonly<Record<string, unknown>>, compile: Compile): Check | undefined => {
  const { items, additionalItems } = schema;
  if (items === undefined) return undefined;
  const first = Array.isArray(items) ? items.map(compile) : [];
  const rest = compile(Array.isArray(items) ? (additionalItems ?? true) : items);
  return (value, path, findings) => {
    if (!Array.isArray(value)) return;
    for (let at = 0; at < value.length; at += 1) {
      const item: unknown = value[at];
      if (item !== undefined) (first[at] ?? rest)(item, within(path, at), findings);
    }
  };
};

const containing = ({ contains }: Readonly<Record<string, unknown>>, compile: Compile): Check | undefined => {
  if (contains === undefined) return undefined;
  const check = compile(contains);
  return ofItems('contains', (items) =>
    items.some((item) => passes(check, item)) ? undefined : 'another item expected among these',
  );
};
