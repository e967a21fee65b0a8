/** A place in the tree of what is exposed. */
export type Mount = MountedValue | Namespace;

interface MountedValue {
  readonly kind: 'value';
  readonly value: unknown;
}

/** What is below a place, by name. */
export interface Children extends Iterable<[string, Mount]> {
  get(name: string): Mount | undefined;
  keys(): Iterable<string>;
}

/** A place with others below it. */
export interface Namespace {
  readonly kind: 'namespace';
  readonly children: Children;
  /** Nothing can be put below it. */
  readonly isFixed?: true;
}

/** A place that others can be put below. */
export interface OwnNamespace extends Namespace {
  readonly children: Map<string, Mount>;
}

/** Makes a namespace of one's own. */
export const createNamespace = (children?: Children): OwnNamespace => ({
  kind: 'namespace',
  children: new Map(children),
});

/** Whether others can be put below a place. */
export const isOwn = (mount: Mount | undefined): mount is OwnNamespace => mount?.kind === 'namespace' && !mount.isFixed;

/** A tree of its own with the same values; what nobody can change stays the same. */
export const copyNamespace = (namespace: OwnNamespace, made = new Map<Namespace, OwnNamespace>()): OwnNamespace => {
  const known = made.get(namespace);
  if (known !== undefined) return known;
  const copy = createNamespace();
  made.set(namespace, copy);
  for (const [name, child] of namespace.children)
    copy.children.set(name, isOwn(child) ? copyNamespace(child, made) : child);
  return copy;
};

/** What a place holds, as it was given; a namespace as a plain object. */
export const valueOf = (at: Mount, made = new Map<Mount, object>()): unknown => {
  if (at.kind === 'value') return at.value;
  const known = made.get(at);
  if (known !== undefined) return known;
  const object: Record<string, unknown> = {};
  made.set(at, object);
  for (const [name, child] of at.children) object[name] = valueOf(child, made);
  return object;
};
