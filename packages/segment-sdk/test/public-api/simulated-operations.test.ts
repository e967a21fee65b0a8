import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { readOperation } from '../../src/public-api/operation.js';
import { SIMULATOR_API_TOKEN } from '../../src/simulator.js';
import { createPopulated } from './create-populated.js';
import { populatedInput } from './populated.js';
import { type Facts, facts, findFieldMismatches, idsOf } from './sample.js';

/** What the README says is not simulated. */
const NOT_SIMULATED = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  .split('Not simulated (501): ')[1]
  ?.split('.')[0]
  ?.match(/(?<=`)\w+(?=`)/g);

test('Every operation answers about what there is, in the shape that the facts have', async () => {
  const odd: string[] = [];
  const unknown: string[] = [];
  for (const fact of facts) {
    const { simulator, call } = createPopulated();
    const data = await call(fact.lua, populatedInput(fact)).catch((error: unknown) => error as Error);
    const status = simulator.requests[0]?.status ?? 0;
    if (status === 501) unknown.push(fact.lua);
    else if (data instanceof Error) odd.push(`${fact.lua}: ${data.message}`);
    else if (!(fact.ok ?? [200]).includes(status)) odd.push(`${fact.lua}: ${String(status)}`);
    else odd.push(...findFieldMismatches(fact.data as Record<string, string>, data, `${fact.lua}: `));
  }
  expect(odd).toEqual([]);
  expect(unknown.sort()).toEqual(NOT_SIMULATED?.toSorted());
});

/** Sends what the client itself would refuse, or not send so often. */
const send = async (
  { handle }: ReturnType<typeof createPopulated>['simulator'],
  { http }: Facts,
  more: { readonly path?: string; readonly query?: string; readonly body?: string; readonly token?: string } = {},
) => {
  const [method = '', route = ''] = http.split(' ');
  const path = (more.path ?? route.replace(/\{\w+\}/g, 'none')) + (more.query ?? '');
  const headers = { authorization: `Bearer ${more.token ?? SIMULATOR_API_TOKEN}` };
  const { status, body } = (await handle({ method, path, headers, body: more.body })) as SimulatorAnswer;
  return { status, error: (JSON.parse(body) as { errors?: { field?: string; data?: object }[] }).errors?.[0] };
};

interface SimulatorAnswer {
  readonly status: number;
  readonly body: string;
}

const simulated = facts.filter(({ lua }) => !NOT_SIMULATED?.includes(lua));

describe('Of all operations,', () => {
  test('each refuses another token, fields that it has not, and pages that are too large', async () => {
    const { simulator } = createPopulated();
    for (const fact of facts) {
      expect([fact.lua, (await send(simulator, fact, { token: 'x' })).status]).toEqual([fact.lua, 401]);
      if (!simulated.includes(fact) || fact.rate !== undefined) continue;
      const unknown = fact.body ? { body: '{"nmae":1}' } : { query: '?nmae=1' };
      const answer = await send(simulator, fact, unknown);
      expect([fact.lua, answer]).toMatchObject([fact.lua, { status: 422, error: { field: 'nmae' } }]);
      if (fact.query?.['pagination?'] === undefined) continue;
      const { pageMax, inQuery } = readOperation('test', fact.lua);
      if (inQuery.some(({ isOptional }) => !isOptional)) continue;
      const { status, error } = await send(simulator, fact, { query: `?pagination.count=${String(pageMax + 1)}` });
      expect([fact.lua, status, error?.field]).toEqual([fact.lua, 422, 'pagination.count']);
    }
  });

  test('each says which part of its path is not there', async () => {
    const odd: string[] = [];
    for (const fact of simulated)
      for (const id of idsOf(fact)) {
        const { simulator, call } = createPopulated();
        await call(fact.lua, { ...populatedInput(fact), [id]: 'none' }).catch(() => undefined);
        const [request] = simulator.requests;
        if (request?.status !== 404) odd.push(`${fact.lua} ${id}: ${String(request?.status)}`);
      }
    expect(odd).toEqual(FREE);
  });

  test('those that make something with a name make it once', async () => {
    const refused: string[] = [];
    for (const fact of simulated.filter(({ http }) => http.startsWith('POST'))) {
      const { call } = createPopulated();
      const input = populatedInput(fact);
      const made = await call(fact.lua, input)
        .then(
          () => call(fact.lua, input),
          () => undefined,
        )
        .catch((error: unknown) => error as { readonly status?: number; readonly field?: string });
      if (made?.status === 409) refused.push(`${fact.lua} ${String(made.field)}`);
    }
    expect(refused.sort()).toEqual(UNIQUE);
  });

  test('those with limits of their own keep them', async () => {
    for (const fact of facts.filter(({ rate, lua }) => rate !== undefined && !NOT_SIMULATED?.includes(lua))) {
      const { simulator } = createPopulated();
      const most = parseInt(fact.rate ?? '', 10);
      for (let sent = 0; sent < most; sent += 1) expect((await send(simulator, fact)).status).not.toBe(429);
      const { status, error } = await send(simulator, fact);
      expect([fact.lua, status, Object.keys(error?.data ?? {})]).toEqual([fact.lua, 429, POINTS]);
    }
  });
});

/** Parts of paths that name nothing that has to exist. */
const FREE = [
  'list_reverse_etl_sync_statuses subscriptionId: 200',
  'list_properties_from_entity entitySlug: 200',
  'list_properties_from_event eventName: 200',
];

const UNIQUE = [
  'add_destination_to_audience destination',
  'create_audience name',
  'create_computed_trait name',
  'create_credential name',
  'create_function displayName',
  'create_invites invites',
  'create_label label',
  'create_profiles_warehouse schemaName',
  'create_reverse_etl_model name',
  'create_source slug',
  'create_tracking_plan name',
  'create_user_group name',
  'create_warehouse name',
];

const POINTS = ['remainingPoints', 'msBeforeNext', 'consumedPoints'];
