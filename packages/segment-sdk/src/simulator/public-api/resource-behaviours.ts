import { publicNames, readOperation } from '../../public-api/operation.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { selectItems } from './list-filters.js';
import { readResult, type Resource, shape, shapeResult } from './sample.js';
import type { Store } from './store.js';

/** What a resource is called in a message: `/spaces/s1/audiences` → `audience`. */
export const nameCollection = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/ies$/, 'y').replace(/s$/, '');

/** The field of a result that holds the thing itself, and its type. */
const findThing = (name: PublicName): readonly [string, string] =>
  Object.entries(readResult(name)).find(([, type]) => /^[A-Z]/.test(type) && !/Pagination$/.test(type)) ?? [
    '',
    'IdOnly',
  ];

/** The result of an operation about one thing, with the fields beside it. */
export const show = ({ spec }: Pick<Call, 'spec'>, resource: Resource): Resource => {
  const [key, type] = findThing(spec.name);
  return shapeResult(spec.name, { ...resource, [key.replace('?', '')]: shape(type, resource) });
};

/** What is known of a new thing before Segment adds to it: its input, where it belongs, when it came, and its kind. */
export const describeNew = ({ input, ids, workspaceId, store }: Call): Resource => {
  const now = new Date().toISOString();
  const metadata = typeof input.metadataId === 'string' && { metadata: findMetadata(store, input.metadataId) };
  // `id` in the path is that of what it belongs to; it gets one of its own.
  const within = Object.fromEntries(Object.entries(ids).filter(([name]) => name !== 'id'));
  return { workspaceId, createdAt: now, updatedAt: now, ...within, ...input, ...metadata };
};

/** What is not in the catalog of the workspace is taken for a kind of that id. */
const findMetadata = (store: Store, id: string): Resource =>
  store
    .paths()
    .filter((path) => path.startsWith('/catalog/'))
    .map((path) => store.find(path, id))
    .find((metadata) => metadata !== undefined) ?? { id, name: id, slug: id };

const create: Behaviour = (call) => show(call, call.store.add(call.collection, describeNew(call)));

const withThing =
  (act: (call: Call, id: string, resource: Resource) => Resource): Behaviour =>
  (call) => {
    const id = call.id ?? '';
    const resource = call.store.find(call.collection, id);
    return resource ? act(call, id, resource) : refuseMissing(nameCollection(call.collection), id);
  };

const get = withThing((call, _, resource) => show(call, resource));

const update = withThing((call, id) => {
  const { input: wrapped, ...bare } = call.input;
  const fields = { updatedAt: new Date().toISOString(), ...bare, ...(wrapped as Resource | undefined) };
  const changed = call.store.change(call.collection, id, fields);
  return 'status' in readResult(call.spec.name) ? SUCCESS : show(call, changed);
});

const remove = withThing((call, id) => {
  call.store.remove(call.collection, id);
  return call.spec.done;
});

/** The type of the items that an operation lists. */
export const readItemType = (name: PublicName): string => {
  const [list = ''] = readOperation('simulator', name).lists;
  const fields = readResult(name);
  return (fields[list] ?? fields[`${list}?`] ?? 'any[]').slice(0, -2);
};

const list: Behaviour = (call) => {
  const [name = ''] = call.spec.lists;
  const type = readItemType(call.spec.name);
  return shapeResult(call.spec.name, {
    [name]: selectItems(call, call.store.list(call.collection)).map((item) => shape(type, item)),
  });
};

/** How an operation whose shape says it all behaves: making, listing, reading, changing and removing things. */
export const findResourceBehaviour = (name: PublicName): Behaviour | undefined => {
  const { method, route, lists } = readOperation('simulator', name);
  const isOfThing = route.endsWith('}');
  if (method === 'POST' && !isOfThing && hasList(route)) return create;
  if (method === 'GET' && !isOfThing && lists.length === 1) return list;
  if (!isOfThing) return undefined;
  return { GET: get, PATCH: update, DELETE: remove, POST: undefined, PUT: undefined }[method];
};

const collections = new Set(
  publicNames
    .map((name) => readOperation('simulator', name))
    .flatMap(({ method, route, lists }) =>
      method === 'GET' && lists.length === 1 && !route.endsWith('}') ? [route] : [],
    ),
);

const hasList = (route: string): boolean => collections.has(route);
