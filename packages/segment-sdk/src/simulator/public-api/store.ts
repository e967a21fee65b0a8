import { DEPENDENTS } from './dependents.js';
import type { Resource } from './sample.js';

/** Everything a simulated workspace holds, by the path of its collection: `/destinations`, `/spaces/s1/audiences`. */
export type Resources = Readonly<Record<string, readonly object[]>>;

/** Keeps the collections of a workspace. */
export interface Store {
  /** The things of a collection, in the order in which they were made. */
  readonly list: (path: string) => readonly Resource[];
  readonly find: (path: string, id: string) => Resource | undefined;
  /** Adds a thing with a new id, unless it has one. */
  readonly add: (path: string, resource: Resource) => Resource;
  /** Puts other fields into a thing. */
  readonly change: (path: string, id: string, fields: Resource) => Resource;
  /** Takes a thing out, what is below it, and what cannot be without it. */
  readonly remove: (path: string, id: string) => void;
  readonly replace: (path: string, resources: readonly Resource[]) => void;
  /** The paths of all collections. */
  readonly paths: () => readonly string[];
}

/** Ids of 22 letters and digits, as Segment's are; the same ones in every run. */
const createIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `sim${String(count).padStart(19, '0')}`;
  };
};

/** The collections that a workspace has as lists of its own: what is changed here is changed there. */
const SHARED = ['/sources', '/users'];

/** @param initial What there is at the start. */
export const createStore = (initial: Resources): Store => {
  const collections = new Map(
    Object.entries(initial).map(([path, items]) => [path, (SHARED.includes(path) ? items : [...items]) as Resource[]]),
  );
  const nextId = createIds();
  const at = (path: string): Resource[] => {
    const found = collections.get(path) ?? [];
    collections.set(path, found);
    return found;
  };
  const indexOf = (path: string, id: string): number => at(path).findIndex((item) => item.id === id);
  const remove = (path: string, id: string): void => {
    at(path).splice(indexOf(path, id), 1);
    for (const below of [...collections.keys()]) if (below.startsWith(`${path}/${id}/`)) collections.delete(below);
    const kind = path.slice(path.lastIndexOf('/') + 1);
    for (const dependents of DEPENDENTS[path] ?? DEPENDENTS[kind] ?? [])
      for (const other of [...collections.keys()].filter((one) => dependents.in.test(one)))
        for (const thing of at(other).filter((one) => one[dependents.by] === id)) remove(other, thing.id as string);
  };
  return {
    list: at,
    find: (path, id) => at(path)[indexOf(path, id)],
    add: (path, resource) => {
      const added = { ...resource, id: resource.id ?? nextId() };
      at(path).push(added);
      return added;
    },
    change: (path, id, fields) => {
      const changed = { ...at(path)[indexOf(path, id)], ...fields };
      at(path).splice(indexOf(path, id), 1, changed);
      return changed;
    },
    remove,
    replace: (path, resources) => {
      at(path).splice(0, Infinity, ...resources);
    },
    paths: () => [...collections.keys()],
  };
};
