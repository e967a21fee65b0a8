import { all, type Check, type Keywords } from './check.js';

type Numeric = number | bigint;

const isMultiple = (value: Numeric, of: number): boolean => {
  const times = Number(value) / of;
  // 0.0075 / 0.0001 is 75.00000000000001.
  return Number.isFinite(times) && Math.abs(times - Math.round(times)) <= Math.abs(times) * 4 * Number.EPSILON;
};

/** Each keyword with what keeps to it and how that is said. */
const LIMITS: readonly (readonly [string, string, (value: Numeric, limit: number) => boolean])[] = [
  ['minimum', 'at least', (value, limit) => value >= limit],
  ['maximum', 'at most', (value, limit) => value <= limit],
  ['exclusiveMinimum', 'more than', (value, limit) => value > limit],
  ['exclusiveMaximum', 'less than', (value, limit) => value < limit],
  ['multipleOf', 'a multiple of', isMultiple],
];

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`. */
export const numbers: Keywords = (schema) => {
  const checks: Check[] = [];
  for (const [keyword, expected, keeps] of LIMITS) {
    const limit = schema[keyword];
    if (typeof limit !== 'number') continue;
    checks.push((value, path, findings) => {
      if ((typeof value === 'number' || typeof value === 'bigint') && !keeps(value, limit))
        findings.push({ keyword, path, message: `${expected} ${limit} expected, got ${value}` });
    });
  }
  return checks.length > 0 ? all(checks) : undefined;
};
