import { arrays } from './arrays.js';
import { accept, all, type Check, isObject, type SchemaObject } from './check.js';
import { combinations } from './combinations.js';
import { equality } from './equality.js';
import { numbers } from './numbers.js';
import { objects } from './objects.js';
import { readReferences } from './references.js';
import { strings } from './strings.js';
import { types } from './types.js';

const KEYWORDS = [...equality, numbers, strings, arrays, objects, combinations];

const refuse: Check = (_value, path, findings) => {
  findings.push({ keyword: 'false', path, message: 'is not allowed' });
};

/**
 * Makes a check of a JSON Schema (draft-07) out of functions; no code is generated, so it works where `eval` does not.
 * Patterns are RE2's. Known are all keywords of draft-07; `$ref` inside of the document; of formats those of
 * {@link FORMATS}. What it does not know allows anything.
 * @throws Error for a pattern that is none, and a `$ref` that leads nowhere or to itself.
 */
export const compileSchema = (document: unknown): Check => {
  const references = readReferences(document);
  const made = new Map<unknown, Check>();
  const referred: unknown[] = [];
  const follow = (schema: SchemaObject): Check => {
    const seen = new Set<unknown>();
    let target: unknown = schema;
    while (isObject(target) && typeof target.$ref === 'string') {
      if (seen.has(target)) throw new Error(`$ref ${target.$ref} leads to itself`);
      seen.add(target);
      target = references.resolve(target.$ref, target);
    }
    const found = target;
    referred.push(found);
    // A schema may be inside of itself.
    return (value, path, findings) => {
      compile(found)(value, path, findings);
    };
  };
  const compile = (schema: unknown): Check => {
    if (!isObject(schema)) return schema === false ? refuse : accept;
    const before = made.get(schema);
    if (before) return before;
    const check = typeof schema.$ref === 'string' ? follow(schema) : checkOf(schema, compile);
    made.set(schema, check);
    return check;
  };
  const check = compile(document);
  for (const schema of referred) compile(schema);
  return check;
};

const checkOf = (schema: SchemaObject, compile: (schema: unknown) => Check): Check => {
  const typed = types(schema, compile);
  const rest = all(KEYWORDS.map((keywords) => keywords(schema, compile)).filter((check) => check !== undefined));
  if (!typed) return rest;
  if (rest === accept) return typed;
  return (value, path, findings) => {
    const before = findings.length;
    typed(value, path, findings);
    // What is of another type breaks no more than that.
    if (findings.length === before) rest(value, path, findings);
  };
};
