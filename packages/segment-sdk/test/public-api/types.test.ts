import { expect, test } from '@jest/globals';

import {
  createPublicApi,
  type PublicApi,
  type PublicInput,
  type PublicModel,
  type PublicOutput,
} from '../../src/public-api.js';

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

/** Never called: what is in it has to compile, or not to. */
const typed = async (api: PublicApi): Promise<unknown[]> => {
  const { destination } = await api.createDestination({ sourceId: 's', metadataId: 'm', settings: { any: 'thing' } });
  const name: string | undefined = destination.name;
  const status: PublicModel<'CatalogStatus'> = destination.metadata.status;
  for await (const filter of api.listFiltersForSpace.each({ integrationId: 'i' })) name?.concat(filter.id);
  const rules: { type: string; version: number }[] = await api.listRulesFromTrackingPlan.all({ trackingPlanId: 't' });
  const { space } = await api.getSpace({ spaceId: 's' });
  const slug: string | undefined = space?.slug;
  await api.updateAudienceScheduleForAudience({
    spaceId: 's',
    id: 'a',
    scheduleId: 'x',
    strategy: 'SPECIFIC_DAYS',
    config: { days: [1], hours: [2], timezone: 'UTC' },
  });
  await api.updateAudienceScheduleForAudience({
    spaceId: 's',
    id: 'a',
    scheduleId: 'x',
    strategy: 'PERIODIC',
    config: null,
  });
  // @ts-expect-error the id is missing
  await api.getDestination({});
  // @ts-expect-error no such type of plan
  await api.createTrackingPlan({ name: 'n', type: 'live' });
  // @ts-expect-error no such parameter
  await api.listSources({ page: 1 });
  // @ts-expect-error null is not allowed here
  await api.updateDestination({ destinationId: 'd', enabled: null });
  const isNoList: 'each' extends keyof PublicApi['getSource'] ? false : true = true;
  // @ts-expect-error no space without its id
  const bare: string = space.slug;
  // @ts-expect-error no such operation
  await api.call('list_destination');
  const { labels } = await api.call('list_labels');
  return [isNoList, name, status, rules, slug, bare, labels];
};

test('Types are inferred from the table', () => {
  const input: Equal<PublicInput<'delete_users'>, { readonly userIds: readonly string[] }> = true;
  const output: Equal<PublicOutput<'delete_filter_by_id'>['deleted'], boolean> = true;
  const words: Equal<PublicModel<'Granularity'>, 'DAY' | 'HOUR' | 'MINUTE'> = true;
  const optional: Equal<PublicInput<'get_audience'>['include'], 'schedules' | undefined> = true;
  type Types = NonNullable<PublicInput<'list_regulations_from_source'>['regulationTypes']>[number];
  const listed: Equal<Types, PublicModel<'SourceRegulationType'>> = true;
  expect([typed, input, output, words, optional, listed]).not.toContain(undefined);
  expect(typeof createPublicApi({}).listDestinations.each).toBe('function');
});
