import { RE2JS } from 're2js';

import { all, type Check, type Keywords } from './check.js';
import { FORMATS } from './formats.js';

/** `minLength`, `maxLength`, `pattern`, `format`. */
export const strings: Keywords = (schema) => {
  const checks = [leastLength(schema.minLength), mostLength(schema.maxLength), pattern(schema), format(schema)];
  const made = checks.filter((check) => check !== undefined);
  return made.length > 0 ? all(made) : undefined;
};

/** A pattern of RE2: no look-ahead, no back-references, and never slow. @throws Error when it is none. */
export const compilePattern = (source: string): ((text: string) => boolean) => {
  const expression = RE2JS.compile(source);
  return (text) => expression.matcher(text).find();
};

type Test = (text: string) => string | undefined;

const ofText =
  (keyword: string, test: Test): Check =>
  (value, path, findings) => {
    const message = typeof value === 'string' ? test(value) : undefined;
    if (message !== undefined) findings.push({ keyword, path, message });
  };

/** Characters, not the halves that some of them take in JavaScript. */
const lengthOf = (text: string): number => Array.from(text).length;

const leastLength = (least: unknown): Check | undefined =>
  typeof least === 'number'
    ? ofText('minLength', (text) =>
        text.length >= 2 * least || lengthOf(text) >= least ? undefined : `at least ${least} characters expected`,
      )
    : undefined;

const mostLength = (most: unknown): Check | undefined =>
  typeof most === 'number'
    ? ofText('maxLength', (text) =>
        text.length <= most || lengthOf(text) <= most ? undefined : `at most ${most} characters expected`,
      )
    : undefined;

const pattern = ({ pattern: source }: { readonly pattern?: unknown }): Check | undefined => {
  if (typeof source !== 'string') return undefined;
  const matches = compilePattern(source);
  return ofText('pattern', (text) => (matches(text) ? undefined : `text that matches ${source} expected`));
};

const format = ({ format: name }: { readonly format?: unknown }): Check | undefined => {
  const is = typeof name === 'string' && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  return is && ofText('format', (text) => (is(text) ? undefined : `${String(name)} expected`));
};
