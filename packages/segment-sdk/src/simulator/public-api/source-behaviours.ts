import { refuse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { LOADED } from './connection-behaviours.js';
import { describeNew, show } from './resource-behaviours.js';
import { type Resource, shape } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

/** A behaviour about a source that exists. */
const withSource =
  (act: (call: Call, source: Resource) => ReturnType<Behaviour>): Behaviour =>
  (call) => {
    const id = call.ids.sourceId ?? '';
    const source = call.store.find('/sources', id);
    return source ? act(call, source) : refuseMissing('source', id);
  };

interface Label {
  readonly key: string;
  readonly value: string;
}

const isSame = (a: Label, b: Label): boolean => a.key === b.key && a.value === b.value;

const labelsOf = (resource: Resource): readonly Label[] => (resource.labels ?? []) as readonly Label[];

const setLabels = ({ store }: Call, source: Resource, labels: readonly Label[]): Resource => {
  store.change('/sources', source.id as string, { labels });
  return { labels };
};

const pluginsOf = ({ sourceId = '' }: Call['ids']): string => `/sources/${encodeURIComponent(sourceId)}/live-plugins`;

/** Sources have labels, write keys, settings and plugins, which are no things of their own. */
export const sourceBehaviours: Behaviours = {
  create_source: (call) => {
    const { store, input } = call;
    const slug = input.slug as string;
    const source = store.add('/sources', { writeKeys: [`simulator-${slug}`], labels: [], ...describeNew(call) });
    if (input.disconnectAllWarehouses !== true)
      for (const { id } of store.list('/warehouses')) store.add(LOADED.pairs, { sourceId: source.id, warehouseId: id });
    return show(call, source);
  },
  add_labels_to_source: withSource((call, source) => {
    const added = labelsOf(call.input);
    const kept = labelsOf(source).filter((label) => !added.some((other) => isSame(label, other)));
    return setLabels(call, source, [...kept, ...added]);
  }),
  replace_labels_in_source: withSource((call, source) => setLabels(call, source, labelsOf(call.input))),
  list_schema_settings_in_source: withSource((_, source) => ({
    sourceId: source.id,
    settings: source.schemaSettings ?? {},
  })),
  update_schema_settings_in_source: withSource(({ store, input }, source) => {
    const settings = { ...(source.schemaSettings as Resource | undefined), ...input };
    store.change('/sources', source.id as string, { schemaSettings: settings });
    return { sourceId: source.id, settings };
  }),
  create_write_key_for_source: withSource((call, source) => {
    const keys = source.writeKeys as readonly string[];
    const writeKeys = [...keys, `simulator-${source.slug as string}-${keys.length + 1}`];
    return show(call, call.store.change('/sources', source.id as string, { writeKeys }));
  }),
  remove_write_key_from_source: withSource(({ store, ids }, source) => {
    const keys = source.writeKeys as readonly string[];
    if (!keys.includes(ids.writeKey ?? '')) return refuse(404, 'not-found', 'The source has no such write key');
    store.change('/sources', source.id as string, { writeKeys: keys.filter((key) => key !== ids.writeKey) });
    return SUCCESS;
  }),
  create_live_plugin: withSource(({ store, ids, input, workspaceId }) => {
    const path = pluginsOf(ids);
    const version = store.list(path).length + 1;
    const about = { sourceId: ids.sourceId, createdBy: workspaceId, createdAt: new Date().toISOString(), version };
    return { livePlugin: shape('LivePlugins', store.add(path, { ...about, ...input })) };
  }),
  get_latest_from_live_plugins: withSource(({ store, ids }) => {
    const plugin = store.list(pluginsOf(ids)).at(-1);
    return plugin ? { livePlugin: shape('LivePlugins', plugin) } : refuseMissing('live plugin of', ids.sourceId ?? '');
  }),
  delete_live_plugin_code: withSource(({ store, ids }) => {
    const plugin = store.list(pluginsOf(ids)).at(-1);
    if (!plugin) return refuseMissing('live plugin of', ids.sourceId ?? '');
    store.change(pluginsOf(ids), plugin.id as string, { code: null });
    return SUCCESS;
  }),
  create_label: ({ store, input }) => {
    const label = input.label as Label;
    if (store.list('/labels').some((other) => isSame(other as unknown as Label, label)))
      return refuse(409, 'conflict', `There is a label ${label.key}: ${label.value}`, {}, { field: 'label' });
    store.replace('/labels', [...store.list('/labels'), { ...label }]);
    return { label };
  },
  delete_label: ({ store, ids }) => {
    const label = ids as unknown as Label;
    const left = store.list('/labels').filter((other) => !isSame(other as unknown as Label, label));
    if (left.length === store.list('/labels').length) return refuseMissing('label', `${label.key}: ${label.value}`);
    store.replace('/labels', left);
    for (const source of store.list('/sources').slice())
      store.change('/sources', source.id as string, {
        labels: labelsOf(source).filter((other) => !isSame(other, label)),
      });
    return SUCCESS;
  },
};
