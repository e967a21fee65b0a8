import { checkValue } from './check-value.js';
import { locate } from './conversion-error.js';
import { errorFromThrown } from './error-from-value.js';
import type { ExposedObjects } from './exposed-objects.js';
import { isPlainPrototype } from './form.js';
import { isCalledNames } from './namespace-of.js';
import { createNamespace, isOwn, type Mount, type Namespace, type OwnNamespace, valueOf } from './namespace-tree.js';

/**
 * Puts a value into the tree; the names before the last become namespaces.
 * @param stringBytes The longest text that a run takes.
 * @param objects Which objects cross as objects.
 * @throws TypeError if the path is not dotted Lua names. LuaError `conversion` for a value that no run could take.
 */
export const mount = (
  root: OwnNamespace,
  path: string,
  value: unknown,
  stringBytes: number,
  objects?: ExposedObjects,
): void => {
  const names = parsePath(path);
  const last = names.pop() as string;
  checkMountable(path, value, stringBytes, objects);
  let at = root;
  for (const name of names) {
    const next = at.children.get(name);
    const own = isOwn(next) ? next : createNamespace(next?.kind === 'namespace' ? next.children : undefined);
    at.children.set(name, own);
    at = own;
  }
  at.children.set(last, mountOf(value, new Map(), objects));
};

const checkMountable = (path: string, value: unknown, stringBytes: number, objects?: ExposedObjects): void => {
  try {
    checkValue(value, stringBytes, objects);
  } catch (error) {
    throw errorFromThrown(locate(error, path));
  }
};

/** The place at a path of the tree; undefined if there is none. */
export const findMount = (root: Namespace, path: string): Mount | undefined => {
  let at: Mount | undefined = root;
  for (const name of parsePath(path)) at = childOf(at, name);
  return at;
};

/** What is at a path of the tree, or inside data there, as it was given; a namespace as a plain object. */
export const readMount = (root: Namespace, path: string): unknown => {
  const at = findMount(root, path);
  return at === undefined ? undefined : valueOf(at);
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const parsePath = (path: string): string[] => {
  const names = path.split('.');
  for (const name of names) {
    if (!NAME.test(name)) {
      throw new TypeError(`Bad path '${path}': '${name}' is not a Lua name (letters, digits and _, separated by dots)`);
    }
  }
  return names;
};

/* A plain object that holds a function at any depth becomes a namespace; everything else is data. */
const mountOf = (value: unknown, made: Map<unknown, Namespace>, objects?: ExposedObjects): Mount => {
  if (isCalledNames(value)) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  if (!isPlainObject(value) || !holdsFunction(value) || objects?.find(value) !== undefined)
    return { kind: 'value', value };
  const namespace = createNamespace();
  made.set(value, namespace);
  for (const [name, item] of Object.entries(value)) namespace.children.set(name, mountOf(item, made, objects));
  return namespace;
};

const holdsFunction = (value: unknown, seen = new Set<object>()): boolean => {
  if (typeof value === 'function' || isCalledNames(value)) return true;
  if (!isPlainObject(value) || seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some((item) => holdsFunction(item, seen));
};

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  isPlainPrototype(Object.getPrototypeOf(value) as object | null);

const childOf = (at: Mount | undefined, name: string): Mount | undefined => {
  if (at?.kind === 'namespace') return at.children.get(name);
  const holds = at !== undefined && isPlainObject(at.value) && Object.hasOwn(at.value, name);
  return holds ? { kind: 'value', value: at.value[name] } : undefined;
};
