import { describe, expect, test } from '@jest/globals';

import { errorOf } from '../setup.js';
import { type Received, serving } from './answering-server.js';

const queryOf = ({ url }: Received): URLSearchParams => new URL(url, 'http://localhost').searchParams;

/** A list of `length` items, as a standard page of it is asked for. */
const page = (request: Received, list: string, length: number, prefix = 'pagination') => {
  const count = Number(queryOf(request).get(`${prefix}.count`));
  const start = Number(queryOf(request).get(`${prefix}.cursor`) ?? 0);
  const items = Array.from({ length: Math.min(count, length - start) }, (_, index) => ({ id: start + index }));
  const next = start + count < length ? String(start + count) : null;
  return { [list]: items, [prefix]: { current: String(start), next } };
};

const ids = (items: readonly unknown[]): number[] => items.map((item) => (item as { id: number }).id);

describe('A list', () => {
  test('is one page when it is called', async () => {
    await serving(
      (request) => ({ body: { data: page(request, 'destinations', 5) } }),
      async ({ api }) => {
        const { destinations, pagination } = await api.listDestinations({ pagination: { count: 2, cursor: '2' } });
        expect(ids(destinations)).toEqual([2, 3]);
        expect(pagination.next).toBe('4');
      },
    );
  });

  test('is read to its end by all, with pages as large as the operation allows', async () => {
    await serving(
      (request) => ({ body: { data: page(request, 'destinations', 2_500) } }),
      async ({ api, requests }) => {
        expect(await api.listDestinations.all()).toHaveLength(2_500);
        expect(requests.map(({ url }) => url)).toEqual([
          '/destinations?pagination.count=1000',
          '/destinations?pagination.count=1000&pagination.cursor=1000',
          '/destinations?pagination.count=1000&pagination.cursor=2000',
        ]);
      },
    );
  });

  test('is asked for no further than each is read', async () => {
    await serving(
      (request) => ({ body: { data: page(request, 'audiences', 1_000) } }),
      async ({ api, requests }) => {
        let read = 0;
        for await (const audience of api.listAudiences.each({ spaceId: 's' })) {
          expect(audience).toEqual({ id: read });
          read += 1;
          if (read === 250) break;
        }
        expect(requests.map((request) => queryOf(request).get('pagination.count'))).toEqual(['200', '200']);
      },
    );
  });

  test('hands out nothing after its signal, and fails where an answer has something else in its place', async () => {
    const aborter = new AbortController();
    await serving(
      (request) => ({ body: { data: page(request, 'destinations', 5) } }),
      async ({ api }) => {
        const read: unknown[] = [];
        const readAll = async () => {
          for await (const item of api.listDestinations.each({}, { signal: aborter.signal })) {
            read.push(item);
            if (read.length === 2) aborter.abort();
          }
        };
        expect(await errorOf(readAll())).toMatchObject({ code: 'aborted', operation: 'list_destinations' });
        expect(read).toHaveLength(2);
      },
    );
    for (const destinations of [{ a: 1 }, 'text', 5])
      await serving(
        () => ({ body: { data: { destinations } } }),
        async ({ api }) => {
          expect(await errorOf(api.listDestinations.all())).toMatchObject({ code: 'api_error' });
        },
      );
  });

  test('begins where the input says', async () => {
    await serving(
      (request) => ({ body: { data: page(request, 'rules', 7) } }),
      async ({ api }) => {
        const rules = await api.listRulesFromTrackingPlan.all({
          trackingPlanId: 't',
          pagination: { count: 3, cursor: '2' },
        });
        expect(ids(rules)).toEqual([2, 3, 4, 5, 6]);
      },
    );
  });

  test('that names a page again is no endless loop', async () => {
    await serving(
      () => ({ body: { data: { sources: [{ id: 1 }], pagination: { current: 'a', next: 'a' } } } }),
      async ({ api, requests }) => {
        expect((await errorOf(api.listSources.all())).message).toContain('that was read before');
        expect(requests).toHaveLength(2);
      },
    );
  });
});

describe('An odd list', () => {
  test('with numbers as cursors, ten a page, and perhaps without a list', async () => {
    await serving(
      (request) => {
        const start = Number(queryOf(request).get('pagination.cursor') ?? 0);
        if (start === 20) return { body: { data: { pagination: { current: 20 } } } };
        const filters = Array.from({ length: 10 }, (_, index) => ({ id: start + index }));
        return { body: { data: { filters, pagination: { current: start, next: start + 10 } } } };
      },
      async ({ api, requests }) => {
        expect(ids(await api.listFiltersForSpace.all({ integrationId: 'i' }))).toHaveLength(20);
        expect(requests[1]?.url).toBe('/filters?integrationId=i&pagination.count=10&pagination.cursor=10');
      },
    );
  });

  test('with bare parameters', async () => {
    await serving(
      (_, count) => ({
        body: { data: { syncStatuses: [{ id: count }], pagination: count < 2 ? { next: `c${count}` } : {} } },
      }),
      async ({ api, requests }) => {
        const statuses = await api.listReverseEtlSyncStatuses.all({ modelId: 'm', subscriptionId: 's' });
        expect(ids(statuses)).toEqual([0, 1, 2]);
        expect(requests[1]?.url).toBe('/reverse-etl-models/m/subscriptionId/s/syncs?count=100&cursor=c0');
      },
    );
  });

  test('that is two lists, each with pages of its own', async () => {
    await serving(
      (request) => {
        const isSources = queryOf(request).has('sourcesPagination.count');
        const data = {
          ...page(request, 'warehouses', isSources ? 0 : 3, 'warehousesPagination'),
          ...page(request, 'sources', isSources ? 2 : 0, 'sourcesPagination'),
        };
        return { body: { data } };
      },
      async ({ api }) => {
        const items = await api.listCredentialConsumers.all({
          credentialId: 'c',
          warehousesPagination: { count: 2 },
        });
        expect(items.map(({ list }) => list)).toEqual(['warehouses', 'warehouses', 'warehouses', 'sources', 'sources']);
      },
    );
  });

  test('that names no next page fails where there may be more, and does not pass a part for the whole', async () => {
    const regulations = (length: number) => ({ body: { data: { regulations: Array.from({ length }, () => ({})) } } });
    await serving(
      () => regulations(999),
      async ({ api }) => {
        expect(await api.listRegulationsFromSource.all({ sourceId: 's' })).toHaveLength(999);
      },
    );
    await serving(
      () => regulations(1_000),
      async ({ api }) => {
        expect((await errorOf(api.listRegulationsFromSource.all({ sourceId: 's' }))).code).toBe('incomplete_list');
      },
    );
  });

  test('that is not paged is read at once', async () => {
    await serving(
      () => ({ body: { data: { labels: [{ key: 'a', value: 'b' }] } } }),
      async ({ api, requests }) => {
        expect(await api.listLabels.all()).toEqual([{ key: 'a', value: 'b' }]);
        expect(requests[0]?.url).toBe('/labels');
      },
    );
  });
});
