import { renderLuaExample, renderTypeScriptExample } from '@moonwire/docs-gen';

import type { ReceivedEvent, WireObject } from '../events/received-event.js';
import { documentation, listAccepted } from '../reference/documentation.js';
import { DEFAULT_ACCOUNT } from '../state/accounts.js';

type Input = Parameters<typeof renderLuaExample>[2]['input'];

/** What the client fills in where a script gives nothing; a copied call gets its own. */
const FILLED_IN: readonly string[] = ['messageId', 'timestamp'];
const CLIENT = '@moonwire/segment-sdk';

/** The client writes what it fills in before the context, and what the script gave after it. */
const isFilledIn = (body: WireObject, name: string): boolean => {
  const names = Object.keys(body);
  return FILLED_IN.includes(name) && names.indexOf(name) < names.indexOf('context');
};

const omitLibrary = (context: WireObject): WireObject | undefined => {
  const isClients = (context.library as WireObject | undefined)?.name === CLIENT;
  const given = Object.entries(context).filter(([name]) => name !== 'library' || !isClients);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** What the script passed to the call that made the event, as far as the wire tells. */
const readInput = ({ type, body }: ReceivedEvent): Input => {
  const fn = documentation.functions.find(({ name }) => name === type);
  const names = fn ? listAccepted(fn).map(({ name }) => name) : Object.keys(body);
  const entries = names
    .filter((name) => !isFilledIn(body, name))
    .map((name) => [name, name === 'context' ? omitLibrary(body[name] as WireObject) : body[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
};

const nameNamespace = (account: string | undefined): string =>
  account === undefined || account === DEFAULT_ACCOUNT
    ? documentation.namespace
    : `${documentation.namespace}.${account}`;

/** The Lua call that sends the same event again. */
export const writeLua = (event: ReceivedEvent): string =>
  renderLuaExample(
    { namespace: nameNamespace(event.exchange.account) },
    { name: event.type },
    { title: event.title, input: readInput(event) },
  );

/** The TypeScript call that sends the same event again; the client of an account bears the account's name. */
export const writeTypeScript = (event: ReceivedEvent): string => {
  const { account } = event.exchange;
  const isDefault = account === undefined || account === DEFAULT_ACCOUNT;
  return renderTypeScriptExample(
    { ...documentation, ...(!isDefault && { typescript: { client: account, setup: '' } }) },
    { name: event.type, method: event.type },
    { title: isDefault ? event.title : `${event.title}, with the client of ${account}`, input: readInput(event) },
  );
};
