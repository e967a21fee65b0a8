/** A place in the tree of what `set` exposed. */
export type Mount = MountedValue | Namespace;

interface MountedValue {
  readonly kind: 'value';
  readonly value: unknown;
}

/** A place with others below it. */
export interface Namespace {
  readonly kind: 'namespace';
  readonly children: Map<string, Mount>;
}

/** Makes a namespace with nothing in it. */
export const createNamespace = (): Namespace => ({ kind: 'namespace', children: new Map() });

/**
 * Puts a value into the tree; the names before the last become namespaces.
 * @throws TypeError if the path is not dotted Lua names.
 */
export const mount = (root: Namespace, path: string, value: unknown): void => {
  const names = parsePath(path);
  const last = names.pop() as string;
  let at = root;
  for (const name of names) {
    let next = at.children.get(name);
    if (next?.kind !== 'namespace') at.children.set(name, (next = createNamespace()));
    at = next;
  }
  at.children.set(last, mountOf(value));
};

/** What is at a path of the tree, or inside data there, as it was given; a namespace as a plain object. */
export const readMount = (root: Namespace, path: string): unknown => {
  let at: Mount | undefined = root;
  for (const name of parsePath(path)) at = childOf(at, name);
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
const mountOf = (value: unknown): Mount => {
  if (!isPlainObject(value) || !holdsFunction(value)) return { kind: 'value', value };
  const namespace = createNamespace();
  for (const [name, item] of Object.entries(value)) namespace.children.set(name, mountOf(item));
  return namespace;
};

const holdsFunction = (value: unknown, seen = new Set<object>()): boolean => {
  if (typeof value === 'function') return true;
  if (!isPlainObject(value) || seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some((item) => holdsFunction(item, seen));
};

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const childOf = (at: Mount | undefined, name: string): Mount | undefined => {
  if (at?.kind === 'namespace') return at.children.get(name);
  const holds = at !== undefined && isPlainObject(at.value) && Object.hasOwn(at.value, name);
  return holds ? { kind: 'value', value: at.value[name] } : undefined;
};

const valueOf = (at: Mount): unknown => {
  if (at.kind === 'value') return at.value;
  return Object.fromEntries([...at.children].map(([name, child]) => [name, valueOf(child)]));
};
