import { publicNames, readOperation } from '../../public-api/operation.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { readResult, type Resource, shape, shapeResult } from './sample.js';

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

/** What is known of a new thing before Segment adds to it: its input, where it belongs, and its kind. */
const describeNew = ({ input, ids, workspaceId }: Call): Resource => ({
  workspaceId,
  ...ids,
  ...input,
  ...(typeof input.metadataId === 'string' && { metadata: metadataOf(input.metadataId) }),
});

const metadataOf = (id: string): Resource => ({ id, name: id, slug: id, description: '', options: [], logos: {} });

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
  const changed = call.store.change(call.collection, id, { ...bare, ...(wrapped as Resource | undefined) });
  return 'status' in readResult(call.spec.name) ? SUCCESS : show(call, changed);
});

const remove = withThing((call, id) => {
  call.store.remove(call.collection, id);
  return call.spec.done;
});

/** Filters by the parameters that are fields of the items, such as `resourceType`. */
const selectItems = ({ collection, input, store }: Call): readonly Resource[] =>
  store
    .list(collection)
    .filter((item) =>
      Object.entries(input).every(
        ([name, value]) => typeof value !== 'string' || item[name] === undefined || item[name] === value,
      ),
    );

/** The type of the items that an operation lists. */
export const readItemType = (name: PublicName): string => {
  const [list = ''] = readOperation('simulator', name).lists;
  const fields = readResult(name);
  return (fields[list] ?? fields[`${list}?`] ?? 'any[]').slice(0, -2);
};

const list: Behaviour = (call) => {
  const [name = ''] = call.spec.lists;
  const type = readItemType(call.spec.name);
  return shapeResult(call.spec.name, { [name]: selectItems(call).map((item) => shape(type, item)) });
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
