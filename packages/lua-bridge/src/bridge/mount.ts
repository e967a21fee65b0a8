/** A place in the tree of what `set` exposed: a value, or a namespace with children. */
export type Mount = { kind: 'value'; value: unknown } | { kind: 'namespace'; children: Map<string, Mount> };

/** A namespace with nothing in it. */
export const newNamespace = (): Mount & { kind: 'namespace' } => ({ kind: 'namespace', children: new Map() });

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const checkedNames = (path: string): string[] => {
  const names = path.split('.');
  for (const name of names) {
    if (!NAME.test(name)) {
      throw new TypeError(`Bad path '${path}': '${name}' is not a Lua name (letters, digits and _, separated by dots)`);
    }
  }
  return names;
};

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const holdsFunction = (value: unknown, seen = new Set<object>()): boolean => {
  if (typeof value === 'function') return true;
  if (!isPlainObject(value) || seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some((item) => holdsFunction(item, seen));
};

/** A plain object that holds a function at any depth becomes a namespace; everything else is data. */
const mountOf = (value: unknown): Mount => {
  if (!isPlainObject(value) || !holdsFunction(value)) return { kind: 'value', value };
  const namespace = newNamespace();
  for (const [name, item] of Object.entries(value)) namespace.children.set(name, mountOf(item));
  return namespace;
};

/**
 * Puts a value into the tree; the names before the last become namespaces.
 * @throws TypeError if the path is not dotted Lua names.
 */
export const mount = (root: Mount & { kind: 'namespace' }, path: string, value: unknown): void => {
  const names = checkedNames(path);
  const last = names.pop() as string;
  let at = root;
  for (const name of names) {
    let next = at.children.get(name);
    if (next?.kind !== 'namespace') at.children.set(name, (next = newNamespace()));
    at = next as typeof root;
  }
  at.children.set(last, mountOf(value));
};

/** What is at a path of the tree, or inside data there, as it was given; a namespace as a plain object. */
export const mounted = (root: Mount, path: string): unknown => {
  let at: Mount | undefined = root;
  for (const name of checkedNames(path)) at = childOf(at, name);
  return at === undefined ? undefined : valueOf(at);
};

const childOf = (at: Mount | undefined, name: string): Mount | undefined => {
  if (at?.kind === 'namespace') return at.children.get(name);
  const holds = at !== undefined && isPlainObject(at.value) && Object.hasOwn(at.value, name);
  return holds ? { kind: 'value', value: (at.value as Record<string, unknown>)[name] } : undefined;
};

const valueOf = (at: Mount): unknown => {
  if (at.kind === 'value') return at.value;
  return Object.fromEntries([...at.children].map(([name, child]) => [name, valueOf(child)]));
};
