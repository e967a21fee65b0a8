import { describe, expect, test } from '@jest/globals';

import type { TransportRequest } from '../../src/index.js';
import { createPublicApi, type PublicApi } from '../../src/public-api.js';
import { serving } from './answering-server.js';
import { facts, idsOf, sampleFields } from './sample.js';

const MEDIA: Readonly<Record<string, string>> = {
  json: 'application/json',
  beta: 'application/vnd.segment.v1beta+json',
  alpha: 'application/vnd.segment.v1alpha+json',
};

/** Writes a value of a query by dots. */
const dotted = (name: string, value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => dotted(`${name}.${key}`, item))
    : [`${name}=${encodeURIComponent(String(value))}`];

/** A client that sends nothing, and what it would have sent. */
const recording = (): { api: PublicApi; sent: TransportRequest[] } => {
  const sent: TransportRequest[] = [];
  const api = createPublicApi({
    apiToken: 'sgp_token',
    transport: (request) => {
      sent.push(request);
      return Promise.resolve({ status: 200, headers: {}, body: '{"data":{}}' });
    },
  });
  return { api, sent };
};

describe('A request', () => {
  test.each(facts.map((fact) => [fact.lua, fact] as const))('of %s is what Segment documents', async (name, fact) => {
    const { api, sent } = recording();
    const [method, path = ''] = fact.http.split(' ');
    const ids = idsOf(fact).map((id) => [id, `${id}/1`]);
    const [query, body] = [sampleFields(fact.query), sampleFields(fact.body)];
    await api.call(name, { ...Object.fromEntries(ids), ...query, ...body } as never);

    const pairs = Object.entries(query).flatMap(([key, value]) => dotted(key, value));
    const expected = path.replace(/\{(\w+)\}/g, '$1%2F1') + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.method).toBe(method);
    expect(sent[0]?.url).toBe(`https://api.segmentapis.com${expected}`);
    expect(sent[0]?.headers.Authorization).toBe('Bearer sgp_token');
    expect(sent[0]?.headers.Accept).toBe('application/json');
    expect(sent[0]?.headers['Content-Type']).toBe(fact.body && MEDIA[fact.consumes?.[0] ?? '']);
    expect(sent[0]?.body).toBe(fact.body && JSON.stringify(body));
  });

  test('goes to the region of the workspace', async () => {
    const urls: string[] = [];
    const transport = (request: TransportRequest) => {
      urls.push(request.url);
      return Promise.resolve({ status: 200, headers: {}, body: '{}' });
    };
    await createPublicApi({ apiToken: 't', region: 'eu', transport }).listSpaces();
    expect(urls).toEqual(['https://eu1.api.segmentapis.com/spaces']);
  });

  test('writes lists of objects by dots', async () => {
    const { api, sent } = recording();
    await api.removeRulesFromTrackingPlan({
      trackingPlanId: 'tp_1',
      rules: [
        { type: 'TRACK', key: 'Order Completed', version: 1 },
        { type: 'IDENTIFY', version: 2 },
      ],
    });
    expect(sent[0]?.url).toBe(
      'https://api.segmentapis.com/tracking-plans/tp_1/rules' +
        '?rules.0.type=TRACK&rules.0.key=Order%20Completed&rules.0.version=1&rules.1.type=IDENTIFY&rules.1.version=2',
    );
  });

  test('carries null and empty text where they clear a field', async () => {
    const { api, sent } = recording();
    await api.updateFilterForDestination({ destinationId: 'd', filterId: 'f', description: null });
    await api.updateTrackingPlan({ trackingPlanId: 'tp', description: '' });
    expect(sent.map(({ body }) => body)).toEqual(['{"description":null}', '{"description":""}']);
  });

  test('has an empty list where that is what is wanted', async () => {
    const { api, sent } = recording();
    await api.replaceUsersInUserGroup({ userGroupId: 'g', emails: [] });
    expect(sent[0]?.body).toBe('{"emails":[]}');
  });
});

describe('An answer', () => {
  test('is returned as it came, with fields that nobody knows and without those that are missing', async () => {
    const destination = { id: 'd', enabled: 'perhaps', surprise: { a: 1 } };
    await serving(
      () => ({ body: { data: { destination, extra: 1 } } }),
      async ({ api }) => {
        expect(await api.getDestination({ destinationId: 'd' })).toEqual({ destination, extra: 1 });
      },
    );
  });

  test('that refuses tells every reason and the first field', async () => {
    const errors = [
      { type: 'input-validation', message: 'is required', field: 'warehouse.metadataId' },
      { type: 'input-validation', message: 'is too long', field: 'warehouse.name' },
    ];
    await serving(
      () => ({ status: 422, body: { errors } }),
      async ({ api }) => {
        const refused = api.createWarehouse({ metadataId: 'm', settings: {} });
        await expect(refused).rejects.toMatchObject({
          code: 'api_error',
          status: 422,
          field: 'warehouse.metadataId',
          operation: 'create_warehouse',
          message: 'create_warehouse: refused (422): warehouse.metadataId: is required; warehouse.name: is too long',
        });
      },
    );
  });
});
