import { refuse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseInput, refuseMissing, SUCCESS } from './call.js';
import { readItemType } from './resource-behaviours.js';
import { type Resource, shape, shapeResult } from './sample.js';
import type { Resources } from './store.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

/** Which things are connected: the collection of the pairs, and the paths of their sides. */
interface Connection {
  readonly pairs: string;
  readonly sides: Readonly<Record<string, string>>;
}

/** Which sources are loaded into which warehouses. */
export const LOADED: Connection = { pairs: '/~loaded', sides: { sourceId: '/sources', warehouseId: '/warehouses' } };
const PLANNED: Connection = { pairs: '/~planned', sides: { sourceId: '/sources', trackingPlanId: '/tracking-plans' } };

/** Where a workspace that is given says what is connected. */
const GIVEN: readonly (readonly [RegExp, Connection])[] = [
  [/^\/warehouses\/(?<warehouseId>[^/]+)\/connected-sources$/, LOADED],
  [/^\/tracking-plans\/(?<trackingPlanId>[^/]+)\/sources$/, PLANNED],
];

/** Reads what is connected from a given workspace: `'/warehouses/wh1/connected-sources': [{ id: 'abc123' }]`. */
export const readConnections = (resources: Resources): Resources => {
  const pairs: Record<string, Resource[]> = {};
  for (const [path, items] of Object.entries(resources))
    for (const [pattern, connection] of GIVEN) {
      const side = pattern.exec(path)?.groups;
      if (!side) continue;
      const others = (items as readonly { readonly id: string }[]).map(({ id }) => ({
        id: `${path}/${id}`,
        sourceId: id,
        ...side,
      }));
      pairs[connection.pairs] = [...(pairs[connection.pairs] ?? []), ...others];
    }
  return pairs;
};

const takeIds = ({ ids, input }: Call, { sides }: Connection): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(sides).map((name) => [name, (ids[name] ?? input[name]) as string]));

const findPair = (call: Call, connection: Connection): Resource | undefined =>
  call.store
    .list(connection.pairs)
    .find((pair) => Object.entries(takeIds(call, connection)).every(([name, id]) => pair[name] === id));

/** Whether the call's source is connected to its warehouse. */
export const isLoaded = (call: Call): boolean => findPair(call, LOADED) !== undefined;

const connect =
  (connection: Connection, done: Resource): Behaviour =>
  (call) => {
    const given = takeIds(call, connection);
    for (const [name, path] of Object.entries(connection.sides))
      if (!call.store.find(path, given[name] ?? '')) return refuseMissing(name.replace('Id', ''), given[name] ?? '');
    if (!findPair(call, connection)) call.store.add(connection.pairs, given);
    return done;
  };

const disconnect =
  (connection: Connection): Behaviour =>
  (call) => {
    const pair = findPair(call, connection);
    if (!pair) return refuse(404, 'not-found', 'They are not connected');
    call.store.remove(connection.pairs, pair.id as string);
    return SUCCESS;
  };

/** Lists what one side is connected to on the other. */
const listConnected =
  ({ pairs, sides }: Connection, from: string, to: string): Behaviour =>
  ({ spec, ids, store }) => {
    const [list = ''] = spec.lists;
    const found = store
      .list(pairs)
      .filter((pair) => pair[from] === ids[from])
      .map((pair) => store.find(sides[to] ?? '', pair[to] as string))
      .filter((item) => item !== undefined);
    return shapeResult(spec.name, { [list]: found.map((item) => shape(readItemType(spec.name), item)) });
  };

interface Rule {
  readonly type: string;
  readonly key?: string;
  readonly version: number;
  readonly newKey?: string;
}

const MOST_RULES = 200;

const isSame = (a: Rule, b: Rule): boolean => a.type === b.type && a.key === b.key && a.version === b.version;

const rulesOf = ({ store, collection }: Call): Rule[] => store.list(collection) as unknown as Rule[];

const setRules = ({ store, collection }: Call, rules: readonly Rule[]): Resource => {
  store.replace(collection, rules as unknown as Resource[]);
  return SUCCESS;
};

const withRules =
  (act: (call: Call, given: readonly Rule[]) => ReturnType<Behaviour>): Behaviour =>
  (call) => {
    const given = call.input.rules as readonly Rule[];
    return given.length > MOST_RULES
      ? refuseInput(`at most ${MOST_RULES} rules in a request`, 'rules')
      : act(call, given);
  };

const rename = ({ newKey, ...rule }: Rule): Rule => ({ ...rule, ...(newKey !== undefined && { key: newKey }) });

/** What is connected with what, and the rules of tracking plans. */
export const connectionBehaviours: Behaviours = {
  add_connection_from_source_to_warehouse: connect(LOADED, { status: 'CONNECTED' }),
  remove_source_connection_from_warehouse: disconnect(LOADED),
  list_connected_sources_from_warehouse: listConnected(LOADED, 'warehouseId', 'sourceId'),
  list_connected_warehouses_from_source: listConnected(LOADED, 'sourceId', 'warehouseId'),
  list_connected_destinations_from_source: ({ spec, ids, store }) =>
    shapeResult(spec.name, {
      destinations: store.list('/destinations').filter(({ sourceId }) => sourceId === ids.sourceId),
    }),
  // A source is held to one plan, the one that it was connected to last.
  add_source_to_tracking_plan: (call) => {
    const isHere = findPair(call, PLANNED) !== undefined || !call.store.find('/sources', String(call.input.sourceId));
    const before = call.store.list(PLANNED.pairs).find(({ sourceId }) => sourceId === call.input.sourceId);
    if (!isHere && before) call.store.remove(PLANNED.pairs, before.id as string);
    return connect(PLANNED, SUCCESS)(call);
  },
  remove_source_from_tracking_plan: disconnect(PLANNED),
  list_sources_from_tracking_plan: listConnected(PLANNED, 'trackingPlanId', 'sourceId'),
  get_source: ({ ids, store }) => {
    const source = store.find('/sources', ids.sourceId ?? '');
    const plan = store.list(PLANNED.pairs).find(({ sourceId }) => sourceId === ids.sourceId);
    if (!source) return refuseMissing('source', ids.sourceId ?? '');
    return { source: shape('Source', source), trackingPlanId: plan?.trackingPlanId ?? null };
  },
  update_rules_in_tracking_plan: withRules((call, given) => {
    const kept = rulesOf(call).filter((rule) => !given.some((other) => isSame(rule, other)));
    return setRules(call, [...kept, ...given.map(rename)]);
  }),
  replace_rules_in_tracking_plan: withRules((call, given) =>
    rulesOf(call).length > MOST_RULES
      ? refuseInput(`the plan has more than ${MOST_RULES} rules; change them in parts`, 'rules')
      : setRules(call, given),
  ),
  remove_rules_from_tracking_plan: withRules((call, given) =>
    setRules(
      call,
      rulesOf(call).filter((rule) => !given.some((other) => isSame(rule, other))),
    ),
  ),
};
