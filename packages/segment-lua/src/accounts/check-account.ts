import type { Account } from '@moonwire/account-registry';
import { createSegment, type Region, type Segment } from '@moonwire/segment-sdk';

import type { ClientOptions } from './segment-account.js';
import type { segmentFields } from './segment-service.js';

type SegmentFields = Account<typeof segmentFields>['fields'];

const OTHER: Readonly<Record<Region, Region>> = { us: 'eu', eu: 'us' };

const clientOf = ({ apiToken }: SegmentFields, region: Region, options: ClientOptions): Segment =>
  createSegment({ maxRetries: 1, ...options, apiToken: apiToken?.reveal(), region });

const whyRefused = async (fields: SegmentFields, region: Region, options: ClientOptions): Promise<string> => {
  const there = OTHER[region];
  const { valid } = await clientOf(fields, there, options)
    .verifyToken()
    .catch(() => ({ valid: false }));
  const isElsewhere = valid && options.publicApiUrl === undefined;
  return isElsewhere
    ? `the API token belongs to the region '${there}', not '${region}'`
    : 'Segment refuses the API token; create another one';
};

const aboutWriteKey = async (client: Segment, slug: string, { writeKey }: SegmentFields): Promise<string> => {
  if (writeKey === undefined) return 'no write key, so it cannot track';
  const { sources } = await client.listSources({ slug });
  const source = sources.find(({ writeKeys }) => writeKeys.includes(writeKey.reveal()));
  return source
    ? `its write key is that of the source '${source.name}'`
    : 'its write key is none that the token may see';
};

/**
 * Tries an account. The API token is asked for its workspace and its sources; a write key alone cannot be tried,
 * because Segment accepts any.
 * @returns What was found, in a line.
 * @throws Error when the account cannot work, saying why.
 */
export const checkAccount = async (
  { fields }: { readonly fields: SegmentFields },
  options: ClientOptions = {},
): Promise<string> => {
  const region = fields.region ?? 'us';
  if (fields.apiToken === undefined) {
    if (fields.writeKey === undefined) throw new Error('has no credentials');
    return 'has a write key and no API token, so it can track but not read';
  }
  const client = clientOf(fields, region, options);
  const { valid, workspace } = await client.verifyToken();
  if (!valid || !workspace) throw new Error(await whyRefused(fields, region, options));
  return `reads the workspace '${workspace.slug}' (${region}); ${await aboutWriteKey(client, workspace.slug, fields)}`;
};
