import {
  accept,
  all,
  type Check,
  type Compile,
  type Finding,
  type Keywords,
  passes,
  type SchemaObject,
} from './check.js';

/** `allOf`, `anyOf`, `oneOf`, `not`, `if` with `then` and `else`. */
export const combinations: Keywords = (schema, compile) => {
  const checks = [
    Array.isArray(schema.allOf) ? all(schema.allOf.map(compile)) : undefined,
    anyOf(schema, compile),
    oneOf(schema, compile),
    not(schema, compile),
    conditional(schema, compile),
  ].filter((check) => check !== undefined);
  return checks.length > 0 ? all(checks) : undefined;
};

const find = (check: Check, value: unknown, path: string): Finding[] => {
  const findings: Finding[] = [];
  check(value, path, findings);
  return findings;
};

const anyOf = (schema: SchemaObject, compile: Compile): Check | undefined => {
  if (!Array.isArray(schema.anyOf)) return undefined;
  const checks = schema.anyOf.map(compile);
  return (value, path, findings) => {
    const found: Finding[][] = [];
    for (const check of checks) {
      const inner = find(check, value, path);
      if (inner.length === 0) return;
      found.push(inner);
    }
    // What is wrong with the alternative that came nearest says more than that none fits.
    const near = found.filter((inner) => inner.every(({ keyword }) => keyword !== 'type'));
    if (near.length === 1) findings.push(...(near[0] as Finding[]));
    else findings.push({ keyword: 'anyOf', path, message: `one of ${checks.length} forms expected` });
  };
};

const oneOf = (schema: SchemaObject, compile: Compile): Check | undefined => {
  if (!Array.isArray(schema.oneOf)) return undefined;
  const checks = schema.oneOf.map(compile);
  return (value, path, findings) => {
    const fitting = checks.filter((check) => passes(check, value)).length;
    if (fitting !== 1)
      findings.push({
        keyword: 'oneOf',
        path,
        message: `exactly one of ${checks.length} forms expected, ${fitting} fit`,
      });
  };
};

const not = (schema: SchemaObject, compile: Compile): Check | undefined => {
  if (schema.not === undefined) return undefined;
  const check = compile(schema.not);
  return (value, path, findings) => {
    if (passes(check, value)) findings.push({ keyword: 'not', path, message: 'another value expected' });
  };
};

const conditional = (schema: SchemaObject, compile: Compile): Check | undefined => {
  if (schema.if === undefined) return undefined;
  const condition = compile(schema.if);
  const [then, otherwise] = [schema.then, schema.else].map((inner) => (inner === undefined ? accept : compile(inner)));
  return (value, path, findings) => {
    (passes(condition, value) ? then : otherwise)?.(value, path, findings);
  };
};
