import { describe, expect, test } from '@jest/globals';

import { errorOf } from '../setup.js';
import { serving } from './answering-server.js';

const limited = (headers: Record<string, string>, data?: object) => ({
  status: 429,
  headers,
  body: { errors: [{ type: 'too-many-requests', ...(data && { data }) }] },
});

describe('After an answer that was lost', () => {
  test.each([
    ['getSource', { sourceId: 's' }],
    ['updateSource', { sourceId: 's', enabled: false }],
    ['replaceLabelsInSource', { sourceId: 's', labels: [] }],
    ['previewDestinationFilter', { filter: { if: 'all', actions: [] }, payload: {} }],
  ] as const)('%s is sent again, for that does no harm', async (method, input) => {
    await serving(
      (_, count) => (count === 0 ? 'hang-up' : {}),
      async ({ api, requests }) => {
        await (api[method] as (given: unknown) => Promise<unknown>)(input);
        expect(requests).toHaveLength(2);
      },
    );
  });

  test.each([
    ['createTrackingPlan', { name: 'a', type: 'LIVE' }],
    ['createWorkspaceRegulation', { regulationType: 'DELETE_ONLY', subjectType: 'USER_ID', subjectIds: ['u'] }],
    ['updateRulesInTrackingPlan', { trackingPlanId: 't', rules: [] }],
    ['updateActivationForAudience', { spaceId: 's', audienceId: 'a', id: 'i', performResync: true }],
  ] as const)('%s is not sent again', async (method, input) => {
    await serving(
      () => 'hang-up',
      async ({ api, requests }) => {
        const call = api[method] as (given: unknown) => Promise<unknown>;
        expect((await errorOf(call(input))).code).toBe('network_error');
        expect(requests).toHaveLength(1);
      },
    );
  });

  test.each([
    ['deleteSource', { sourceId: 's' }, { status: 'SUCCESS' }],
    ['deleteFilterById', { id: 'f' }, { deleted: true }],
  ] as const)('%s that then finds nothing has done its work', async (method, input, done) => {
    for (const lost of ['hang-up', { status: 502 }] as const)
      await serving(
        (_, count) => (count === 0 ? lost : { status: 404, body: { errors: [{ type: 'not-found' }] } }),
        async ({ api, requests }) => {
          expect(await (api[method] as (given: unknown) => Promise<unknown>)(input)).toEqual(done);
          expect(requests).toHaveLength(2);
        },
      );
  });
});

test('A DELETE that finds nothing at once fails, also after it was told to wait', async () => {
  const missing = { status: 404, body: { errors: [{ type: 'not-found' }] } };
  await serving(
    (_, count) => (count === 0 ? limited({ 'retry-after': '0' }) : missing),
    async ({ api, requests }) => {
      expect((await errorOf(api.deleteSource({ sourceId: 's' }))).code).toBe('not_found');
      expect(requests).toHaveLength(2);
    },
  );
});

/** A hook, and when a client has had its first answer. */
const firstAnswer = () => {
  const hooks: { onResponse?: () => void } = {};
  const came = new Promise<void>((resolve) => {
    hooks.onResponse = resolve;
  });
  return { hooks, came };
};

describe('A limit', () => {
  test('of one operation holds its calls and no others', async () => {
    const { hooks, came } = firstAnswer();
    await serving(
      (_, count) => (count === 0 ? limited({}, { msBeforeNext: 400 }) : {}),
      async ({ api, requests }) => {
        const held = api.getAdvancedSyncSchedule({ warehouseId: 'w' });
        await came;
        await Promise.all([api.getWarehouse({ warehouseId: 'w' }), api.listSpaces(), held]);
        expect(requests.at(-1)?.url).toBe('/warehouses/w/advanced-sync-schedule');
        expect(requests).toHaveLength(4);
      },
      hooks,
    );
  });

  test('of the token holds all calls', async () => {
    const { hooks, came } = firstAnswer();
    const times: number[] = [];
    await serving(
      (_, count) => {
        times.push(performance.now());
        return count === 0 ? limited({ 'retry-after': '1' }, { msBeforeNext: 0 }) : {};
      },
      async ({ api }) => {
        const held = api.getAdvancedSyncSchedule({ warehouseId: 'w' });
        await came;
        // The hook is told before the answer is read.
        await new Promise((resolve) => setImmediate(resolve));
        await Promise.all([api.listSpaces(), held]);
        expect((times[1] as number) - (times[0] as number)).toBeGreaterThan(900);
        expect(times).toHaveLength(3);
      },
      hooks,
    );
  });
});

test('A signal ends a call', async () => {
  const aborter = new AbortController();
  await serving(
    () => {
      aborter.abort();
      return 'hang-up';
    },
    async ({ api, requests }) => {
      expect((await errorOf(api.listSources({}, { signal: aborter.signal }))).code).toBe('aborted');
      expect(requests).toHaveLength(1);
    },
  );
});
