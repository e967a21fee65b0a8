import { refuse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing } from './call.js';
import { type Resource, shape, shapeResult } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

/** Who asks for the second time finds the work done. */
const advance = ({ store }: Call, path: string, id: string, steps: readonly string[]): Resource | undefined => {
  const job = store.find(path, id);
  if (!job) return undefined;
  const asked = Number(job.asked ?? 0);
  return store.change(path, id, { asked: asked + 1, step: steps[Math.min(asked, steps.length - 1)] });
};

const regulate =
  (path: (call: Call) => string): Behaviour =>
  (call) => {
    const { input, store, workspaceId } = call;
    const fields = { workspaceId, ...input, subjects: input.subjectIds, status: 'INITIALIZED', source: path(call) };
    const added = store.add('/regulations', { createdAt: new Date().toISOString(), ...fields });
    if ((input.regulationType as string).startsWith('SUPPRESS')) store.add('/suppressions', input);
    return { regulateId: added.id };
  };

const withSource =
  (act: Behaviour): Behaviour =>
  (call) => {
    const id = call.ids.sourceId ?? '';
    return call.store.find('/sources', id) ? act(call) : refuseMissing('source', id);
  };

/** Work that takes its time: started by one operation, asked for by another. */
export const jobBehaviours: Behaviours = {
  create_audience_preview: ({ spec, store, input, ids }) => {
    const preview = store.add('/~previews', { options: {}, ...input, ...ids });
    return shapeResult(spec.name, { audiencePreview: { id: preview.id } });
  },
  get_audience_preview: (call) => {
    const preview = advance(call, '/~previews', call.ids.id ?? '', ['RUNNING', 'COMPLETED']);
    if (!preview) return refuseMissing('preview', call.ids.id ?? '');
    const results = preview.step === 'COMPLETED' ? { results: [], size: { count: 0, type: 'USERS' } } : {};
    return { audiencePreview: shape('AudiencePreview', { ...preview, ...results, status: preview.step }) };
  },
  force_execute_audience_run: ({ store }) => ({ run: { id: store.add('/~runs', {}).id } }),
  create_workspace_regulation: regulate(() => ''),
  create_source_regulation: withSource(regulate(({ ids }) => ids.sourceId ?? '')),
  create_cloud_source_regulation: withSource(regulate(({ ids }) => ids.sourceId ?? '')),
  get_regulation: (call) => {
    const id = call.ids.regulateId ?? '';
    const regulation = advance(call, '/regulations', id, ['INITIALIZED', 'RUNNING', 'FINISHED']);
    if (!regulation) return refuseMissing('regulation', id);
    return { regulation: shape('Regulation', { ...regulation, overallStatus: regulation.step }) };
  },
  list_regulations_from_source: withSource(({ store, ids }) => ({
    regulations: store
      .list('/regulations')
      .filter(({ source }) => source === ids.sourceId)
      .map((regulation) => shape('RegulationListEntry', regulation)),
  })),
  create_reverse_etl_manual_sync: ({ store, input }) => {
    if (!store.find('/reverse-etl-models', input.modelId as string))
      return refuseMissing('model', input.modelId as string);
    const startedAt = new Date().toISOString();
    const run = store.add('/~syncs', { ...input, startedAt });
    return { reverseETLManualSync: { syncId: run.id, startedAt } };
  },
  get_reverse_etl_sync_status: (call) => {
    const id = call.ids.syncId ?? '';
    const run = advance(call, '/~syncs', id, ['RUNNING', 'SUCCESS']);
    if (!run) return refuseMissing('run', id);
    const status = run.cancelled === true ? 'CANCELLED' : run.step;
    return { reverseETLSyncStatus: shape('ReverseETLSyncStatus', { ...run, syncId: id, syncStatus: status }) };
  },
  list_reverse_etl_sync_statuses: ({ store, ids }) => ({
    syncStatuses: store
      .list('/~syncs')
      .filter(({ modelId, subscriptionId }) => modelId === ids.modelId && subscriptionId === ids.subscriptionId)
      .map((run) => shape('ReverseETLSyncStatus', { ...run, syncId: run.id, syncStatus: run.step ?? 'RUNNING' }))
      .reverse(),
  }),
  cancel_reverse_etl_sync_for_model: ({ store, ids }) => {
    const id = ids.syncId ?? '';
    if (!store.find('/~syncs', id)) return refuseMissing('run', id);
    store.change('/~syncs', id, { cancelled: true });
    return { modelId: ids.modelId, syncId: id, status: 'CANCELLED' };
  },
  create_function_deployment: ({ store, ids }) => {
    const id = ids.functionId ?? '';
    if (!store.find('/functions', id)) return refuseMissing('function', id);
    store.change('/functions', id, { deployedAt: new Date().toISOString() });
    return { functionDeployment: { status: 'SUCCESS' } };
  },
  echo: ({ input }) =>
    input.triggerError === true
      ? refuse(Number(input.statusCode ?? 400), 'bad-request', String(input.message))
      : { method: 'get', message: input.message, headers: {} },
};
