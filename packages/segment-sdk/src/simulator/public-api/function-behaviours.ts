import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { describeNew, show } from './resource-behaviours.js';
import { type Resource, shape } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

const withFunction =
  (act: (call: Call, id: string) => ReturnType<Behaviour>): Behaviour =>
  (call) => {
    const id = call.ids.functionId ?? '';
    return call.store.find('/functions', id) ? act(call, id) : refuseMissing('function', id);
  };

const versionsOf = (id: string): string => `/functions/${encodeURIComponent(id)}/versions`;

const addVersion = ({ store }: Call, id: string, code: unknown): Resource => {
  const now = new Date().toISOString();
  return store.add(versionsOf(id), { code, createdAt: now, updatedAt: now, isDeployed: false });
};

/** Functions and the versions of their code. */
export const functionBehaviours: Behaviours = {
  create_function: (call) => {
    const made = call.store.add('/functions', describeNew(call));
    addVersion(call, made.id as string, call.input.code);
    return show(call, made);
  },
  update_function: withFunction((call, id) => {
    if (call.input.code !== undefined) addVersion(call, id, call.input.code);
    return show(call, call.store.change('/functions', id, call.input));
  }),
  restore_function_version: withFunction((call, id) => {
    const version = call.store.find(versionsOf(id), call.input.versionId as string);
    if (!version) return refuseMissing('version', call.input.versionId as string);
    call.store.change('/functions', id, { code: version.code });
    return { version: shape('Version', addVersion(call, id, version.code)) };
  }),
  create_function_deployment: withFunction(({ store }, id) => {
    const deployedAt = new Date().toISOString();
    store.change('/functions', id, { deployedAt });
    const latest = store.list(versionsOf(id)).at(-1);
    for (const { id: version } of store.list(versionsOf(id)).slice())
      store.change(versionsOf(id), version as string, {
        isDeployed: version === latest?.id,
        ...(version === latest?.id && { deployedAt }),
      });
    return { functionDeployment: SUCCESS };
  }),
  create_insert_function_instance: (call) => {
    const added = call.store.add(call.collection, { ...describeNew(call), classId: call.input.functionId });
    return show(call, added);
  },
};
