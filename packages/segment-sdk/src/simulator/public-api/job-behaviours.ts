import { refuse, respond } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing } from './call.js';
import { selectItems } from './list-filters.js';
import { type Resource, shape, shapeResult } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

/** Who asks for the second time finds the work done. */
const advance = ({ store }: Call, path: string, id: string, steps: readonly string[]): Resource | undefined => {
  const job = store.find(path, id);
  if (!job) return undefined;
  const asked = Number(job.asked ?? 0);
  const status = steps[Math.min(asked, steps.length - 1)];
  const isOver = asked >= steps.length - 1;
  const finishedAt = isOver && { finishedAt: job.finishedAt ?? new Date().toISOString() };
  return store.change(path, id, { asked: asked + 1, status, ...finishedAt });
};

const regulate =
  (path: (call: Call) => string): Behaviour =>
  (call) => {
    const { input, store, workspaceId } = call;
    const fields = { workspaceId, ...input, subjects: input.subjectIds, status: 'INITIALIZED', source: path(call) };
    const added = store.add('/regulations', { createdAt: new Date().toISOString(), ...fields });
    suppress(call);
    return { regulateId: added.id };
  };

/** About whom nothing is kept from now on, or again. */
const suppress = ({ store, input }: Call): void => {
  const { regulationType, subjectType, subjectIds } = input as {
    readonly regulationType: string;
    readonly subjectType: string;
    readonly subjectIds: readonly string[];
  };
  if (regulationType.startsWith('SUPPRESS')) store.add('/suppressions', { subjectType, subjectIds });
  if (regulationType !== 'UNSUPPRESS') return;
  const left = store.list('/suppressions').flatMap((one) => {
    if (one.subjectType !== subjectType) return [one];
    const ids = (one.subjectIds as readonly string[]).filter((id) => !subjectIds.includes(id));
    return ids.length === 0 ? [] : [{ ...one, subjectIds: ids }];
  });
  store.replace('/suppressions', left);
};

const withSource =
  (act: Behaviour): Behaviour =>
  (call) => {
    const id = call.ids.sourceId ?? '';
    return call.store.find('/sources', id) ? act(call) : refuseMissing('source', id);
  };

/** Work that takes its time: started by one operation, asked for by another. */
export const jobBehaviours: Behaviours = {
  create_audience_preview: ({ spec, store, input, ids, collection }) => {
    const preview = store.add(collection, { options: {}, ...input, ...ids });
    return shapeResult(spec.name, { audiencePreview: { id: preview.id } });
  },
  get_audience_preview: (call) => {
    const { collection, id = '' } = call;
    const preview = advance(call, collection, id, ['RUNNING', 'COMPLETED']);
    if (!preview) return refuseMissing('preview', id);
    const type = preview.audienceType === 'LINKED' ? 'ENTITIES' : preview.audienceType;
    const results = preview.status === 'COMPLETED' ? { results: [], size: { count: 0, type } } : {};
    return { audiencePreview: shape('AudiencePreview', { ...preview, ...results }) };
  },
  force_execute_audience_run: ({ store, collection }) => ({ run: { id: store.add(collection, {}).id } }),
  create_workspace_regulation: regulate(() => ''),
  create_source_regulation: withSource(regulate(({ ids }) => ids.sourceId ?? '')),
  create_cloud_source_regulation: withSource(regulate(({ ids }) => ids.sourceId ?? '')),
  get_regulation: (call) => {
    const id = call.ids.regulateId ?? '';
    const regulation = advance(call, '/regulations', id, ['INITIALIZED', 'RUNNING', 'FINISHED']);
    if (!regulation) return refuseMissing('regulation', id);
    return { regulation: shape('Regulation', { ...regulation, overallStatus: regulation.status }) };
  },
  list_regulations_from_source: withSource((call) => ({
    regulations: selectItems(
      call,
      call.store.list('/regulations').filter(({ source }) => source === call.ids.sourceId),
    ).map((regulation) => shape('RegulationListEntry', regulation)),
  })),
  create_reverse_etl_manual_sync: ({ store, input }) => {
    const startedAt = new Date().toISOString();
    const run = store.add(syncsOf(input.modelId), { ...input, startedAt, status: 'RUNNING' });
    return { reverseETLManualSync: { syncId: run.id, startedAt } };
  },
  get_reverse_etl_sync_status: (call) => {
    const id = call.ids.syncId ?? '';
    const path = syncsOf(call.ids.modelId);
    const isCancelled = call.store.find(path, id)?.status === 'CANCELLED';
    const run = isCancelled ? call.store.find(path, id) : advance(call, path, id, ['RUNNING', 'SUCCESS']);
    return run ? { reverseETLSyncStatus: showRun(run) } : refuseMissing('run', id);
  },
  list_reverse_etl_sync_statuses: ({ store, ids }) => ({
    syncStatuses: store
      .list(syncsOf(ids.modelId))
      .filter(({ subscriptionId }) => subscriptionId === ids.subscriptionId)
      .map(showRun)
      .reverse(),
  }),
  cancel_reverse_etl_sync_for_model: ({ store, ids }) => {
    const id = ids.syncId ?? '';
    if (!store.find(syncsOf(ids.modelId), id)) return refuseMissing('run', id);
    store.change(syncsOf(ids.modelId), id, { status: 'CANCELLED', finishedAt: new Date().toISOString() });
    return { modelId: ids.modelId, syncId: id, status: 'CANCELLED' };
  },
  echo: ({ input }) => {
    const { message, statusCode = 400 } = input;
    if (input.triggerUnexpectedError === true) return refuse(500, 'internal-error', String(message));
    if (input.triggerMultipleErrors === true) {
      const error = { type: 'bad-request', message };
      return respond(Number(statusCode), { errors: [error, error] });
    }
    if (input.triggerError === true) return refuse(Number(statusCode), 'bad-request', String(message));
    return { method: 'get', message, headers: {} };
  },
};

const syncsOf = (modelId: unknown): string => `/reverse-etl-models/${encodeURIComponent(String(modelId))}/syncs`;

const showRun = (run: Resource): unknown =>
  shape('ReverseETLSyncStatus', { ...run, syncId: run.id, syncStatus: run.status });
