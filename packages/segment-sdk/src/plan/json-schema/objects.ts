import { all, type Check, type Compile, isObject, type Keywords, passes, type SchemaObject, within } from './check.js';
import { compilePattern } from './strings.js';

/** `required`, `properties` and their kin, `minProperties`, `maxProperties`, `propertyNames`, `dependencies`. */
export const objects: Keywords = (schema, compile) => {
  const checks = [
    required(schema),
    declared(schema, compile),
    remaining(schema, compile),
    sizes(schema),
    names(schema, compile),
    ...dependencies(schema, compile),
  ].filter((check) => check !== undefined);
  if (checks.length === 0) return undefined;
  const check = all(checks);
  return (value, path, findings) => {
    if (isObject(value)) check(value, path, findings);
  };
};

/** A member of an object; what it merely inherits is none. */
const readerOf = (name: string): ((value: SchemaObject) => unknown) =>
  name in Object.prototype ? (value) => (Object.hasOwn(value, name) ? value[name] : undefined) : (value) => value[name];

const missing = (path: string, name: string) => ({
  keyword: 'required',
  path: within(path, name),
  message: 'is required',
});

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const required = (schema: SchemaObject): Check | undefined => {
  const members = textsOf(schema.required).map((name) => ({ name, read: readerOf(name) }));
  if (members.length === 0) return undefined;
  return (value, path, findings) => {
    for (const { name, read } of members)
      if (read(value as SchemaObject) === undefined) findings.push(missing(path, name));
  };
};

const declared = ({ properties }: SchemaObject, compile: Compile): Check | undefined => {
  if (!isObject(properties)) return undefined;
  const members = Object.entries(properties).map(([name, schema]) => ({
    name,
    read: readerOf(name),
    check: compile(schema),
  }));
  return (value, path, findings) => {
    for (const { name, read, check } of members) {
      const member = read(value as SchemaObject);
      if (member !== undefined) check(member, within(path, name), findings);
    }
  };
};

/** `patternProperties` and `additionalProperties`. */
const remaining = (schema: SchemaObject, compile: Compile): Check | undefined => {
  const { properties, patternProperties, additionalProperties } = schema;
  if (patternProperties === undefined && additionalProperties === undefined) return undefined;
  const known = new Set(isObject(properties) ? Object.keys(properties) : []);
  const patterns = Object.entries(isObject(patternProperties) ? patternProperties : {}).map(([source, inner]) => ({
    matches: compilePattern(source),
    check: compile(inner),
  }));
  const other = additionalProperties === false ? refuse : compile(additionalProperties ?? true);
  return (value, path, findings) => {
    for (const [name, member] of Object.entries(value as SchemaObject)) {
      if (member === undefined) continue;
      const fitting = patterns.filter(({ matches }) => matches(name));
      for (const { check } of fitting) check(member, within(path, name), findings);
      if (fitting.length === 0 && !known.has(name)) other(member, within(path, name), findings);
    }
  };
};

const refuse: Check = (_value, path, findings) => {
  findings.push({ keyword: 'additionalProperties', path, message: 'is not planned' });
};

const sizeOf = (value: unknown): number =>
  Object.values(value as SchemaObject).filter((item) => item !== undefined).length;

const sizes = ({ minProperties, maxProperties }: SchemaObject): Check | undefined => {
  const [least, most] = [Number(minProperties ?? 0), Number(maxProperties ?? Infinity)];
  if (least === 0 && most === Infinity) return undefined;
  return (value, path, findings) => {
    const size = sizeOf(value);
    if (size < least) findings.push({ keyword: 'minProperties', path, message: `at least ${least} members expected` });
    if (size > most) findings.push({ keyword: 'maxProperties', path, message: `at most ${most} members expected` });
  };
};

const names = ({ propertyNames }: SchemaObject, compile: Compile): Check | undefined => {
  if (propertyNames === undefined) return undefined;
  const check = compile(propertyNames);
  return (value, path, findings) => {
    for (const name of Object.keys(value as SchemaObject))
      if (!passes(check, name))
        findings.push({ keyword: 'propertyNames', path: within(path, name), message: 'another name expected' });
  };
};

/** What else must be there if a member is: names, or a schema. */
const dependencies = (schema: SchemaObject, compile: Compile): Check[] =>
  Object.entries(isObject(schema.dependencies) ? schema.dependencies : {}).map(([name, needed]): Check => {
    const read = readerOf(name);
    const check = Array.isArray(needed) ? (required({ required: needed }) ?? compile(true)) : compile(needed);
    return (value, path, findings) => {
      if (read(value as SchemaObject) !== undefined) check(value, path, findings);
    };
  });
