import { findMeant } from '@moonwire/lua-bridge';

import { type FieldSchema, luaField } from '../../host/lua-fields.js';
import { writeCall } from './write-call.js';

/** What fields are called elsewhere; written small and without underscores. */
const WORDS: Readonly<Record<string, string>> = {
  event: 'eventname name action title eventtype type track',
  userId: 'user uid id userid customerid distinctid accountid',
  anonymousId: 'anonymous anonid deviceid sessionid visitorid cookieid',
  groupId: 'group id company companyid organization organizationid orgid teamid accountid',
  previousId: 'previous oldid oldid from aliasid previoususerid',
  properties: 'props data attributes params parameters payload traits fields metadata body values eventproperties',
  traits: 'properties props data attributes params userproperties usertraits grouptraits fields payload',
  name: 'pagename page title screen screenname',
  timestamp: 'time date ts datetime sentat createdat occurredat originaltimestamp when',
  messageId: 'uuid eventid insertid idempotencykey dedupid',
  slug: 'workspace workspaceslug workspacename workspaceid name',
  id: 'sourceid source sourceslug slug',
};

const ACCOUNTS = ['account', 'accountname', 'writekey', 'apitoken', 'token', 'environment', 'env'];

const RUN_OPTIONS = ['dryrun', 'callback', 'onsuccess', 'timeout', 'retry', 'retries'];

const simplify = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What a call was made with that it does not take. */
interface RefusedField {
  readonly operation: string;
  readonly field: string;
  /** The names there are. */
  readonly known: readonly string[];
}

/** What is meant by a field that an operation does not have, where its name alone does not tell. */
const explainUnknownField = ({ operation, field, known }: RefusedField): string | undefined => {
  const given = simplify(field);
  if (ACCOUNTS.includes(given))
    return `an account is named before the function: app.integrations.segment.production.${operation}{ … }`;
  if (RUN_OPTIONS.includes(given))
    return `${field} is nothing a script decides: leave it out; a call waits for its answer by itself`;
  const meant = Object.entries(WORDS).find(
    ([name, words]) => known.includes(name) && words.split(' ').includes(given),
  )?.[0];
  if (meant !== undefined) return `it is called ${meant} here`;
  if (findMeant(field, known).suggestion !== undefined) return undefined;
  const free = ['properties', 'traits', 'settings'].find((name) => known.includes(name));
  return free === undefined ? undefined : `what is your own stands below ${free}: ${free} = { ${field} = … }`;
};

/**
 * What is meant by a field that was refused.
 * @param field Its path; absent where what was given is no table.
 * @param isWritten Whether the call gives it a value.
 */
export const explainField = (
  operation: string,
  field: string | undefined,
  isWritten: (name: string) => boolean,
  { properties = {} }: FieldSchema = {},
): string | undefined => {
  if (field === undefined) return `a function takes one table: ${writeCall(operation)}`;
  const [name = ''] = field.split(/[.[]/);
  const known = Object.keys(properties);
  if (!known.some((one) => one === name || luaField(one) === name))
    return explainUnknownField({ operation, field: name, known });
  return isWritten(name) ? explainWrongValue(name) : undefined;
};

/** What is meant by a value of the wrong kind. */
const explainWrongValue = (field: string): string | undefined =>
  Object.entries(VALUES).find(([pattern]) => new RegExp(pattern).test(field))?.[1];

const VALUES: Readonly<Record<string, string>> = {
  'timestamp$|At$': 'a time is a text: timestamp = os.date("!%Y-%m-%dT%H:%M:%SZ", seconds)',
  '[iI]d$': 'an id is a text: tostring(id)',
  '^(properties|traits|context|integrations|settings)$':
    'it is a table of names and values: { plan = "pro" }; JSON is read by json.decode(text)',
  '^(event|name|slug)$': 'it is a text: "Order Completed"',
};
