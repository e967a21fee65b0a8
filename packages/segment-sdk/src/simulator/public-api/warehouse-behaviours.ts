import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing } from './call.js';
import { LOADED } from './connection-behaviours.js';
import { describeNew, show } from './resource-behaviours.js';
import { type Resource, shapeResult } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

interface Override {
  readonly sourceId?: string;
  readonly collection?: string;
  readonly property?: string;
  readonly enabled: boolean;
}

/** Puts a table, or a column of one, into what is loaded; or takes it out. Whether that changed anything. */
const override = (call: Call, path: string, given: Override, about: Resource): boolean => {
  const { collection = '', property, enabled } = given;
  const items = call.store.list(path);
  const item = items.find((one) => one.collection === collection) ?? {
    collection,
    enabled: true,
    properties: {},
    ...about,
  };
  const properties = item.properties as Resource;
  const isSame =
    property === undefined ? item.enabled === enabled && items.includes(item) : properties[property] === enabled;
  if (isSame) return false;
  const changed =
    property === undefined ? { ...item, enabled } : { ...item, properties: { ...properties, [property]: enabled } };
  call.store.replace(path, [...items.filter((one) => one !== item), changed]);
  return true;
};

const overridesOf = ({ input }: Call): readonly Override[] => (input.syncOverrides ?? []) as readonly Override[];

const nameStatus = (changes: readonly boolean[]): string => (changes.includes(true) ? 'UPDATED' : 'UNCHANGED');

/** What is loaded into warehouses, and when. */
export const warehouseBehaviours: Behaviours = {
  create_warehouse: (call) => {
    const { store, input } = call;
    const warehouse = store.add('/warehouses', describeNew(call));
    if (input.disconnectAllSources !== true)
      for (const { id } of store.list('/sources')) store.add(LOADED.pairs, { sourceId: id, warehouseId: warehouse.id });
    return show(call, warehouse);
  },
  // What is no warehouse of the catalog cannot be connected to.
  create_validation_in_warehouse: ({ store, input }) => ({
    status: store.find('/catalog/warehouses', input.metadataId as string) ? 'CONNECTED' : 'FAILED',
  }),
  get_connection_state_from_warehouse: ({ store, ids }) => {
    const { metadata, enabled } = store.find('/warehouses', ids.warehouseId ?? '') ?? {};
    const isKnown = store.find('/catalog/warehouses', String((metadata as Resource | undefined)?.id)) !== undefined;
    return { connectionState: isKnown && enabled !== false ? 'CONNECTED' : 'FAILED' };
  },
  get_advanced_sync_schedule: ({ spec, store, ids }) => {
    const { schedule } = store.find('/warehouses', ids.warehouseId ?? '') ?? {};
    return shapeResult(spec.name, { enabled: false, ...(schedule as Resource | undefined) });
  },
  replace_advanced_sync_schedule: ({ spec, store, ids, input }) => {
    store.change('/warehouses', ids.warehouseId ?? '', { schedule: input });
    return shapeResult(spec.name, input);
  },
  update_selective_sync_for_warehouse: (call) => {
    const warehouseId = call.ids.warehouseId ?? '';
    const missing = overridesOf(call).find(({ sourceId = '' }) => !isLoaded(call, warehouseId, sourceId));
    if (missing) return refuseMissing('connected source', missing.sourceId ?? '');
    const changes = overridesOf(call).map((one) => {
      const path = `/warehouses/${encodeURIComponent(warehouseId)}/connected-sources/${encodeURIComponent(one.sourceId ?? '')}/selective-syncs`;
      return override(call, path, one, { sourceId: one.sourceId, warehouseId });
    });
    return { status: nameStatus(changes), warnings: [] };
  },
  update_selective_sync_for_space: (call) => {
    const { collection, ids, input } = call;
    const changes = overridesOf(call).map((one) => override(call, collection, one, { warehouseId: ids.warehouseId }));
    return { status: nameStatus([...changes, input.enableEventTables !== undefined]) };
  },
};

const isLoaded = ({ store }: Call, warehouseId: string, sourceId: string): boolean =>
  store.list(LOADED.pairs).some((pair) => pair.warehouseId === warehouseId && pair.sourceId === sourceId);
