import { renderLuaExample, renderTypeScriptExample } from '@moonwire/docs-gen';

import type { ReceivedEvent, WireObject } from '../events/received-event.js';
import { documentation, listAccepted } from '../reference/documentation.js';
import { DEFAULT_ACCOUNT } from '../state/accounts.js';

type Input = Parameters<typeof renderLuaExample>[2]['input'];

/** Filled in by the client; a copied call gets its own. */
const GENERATED: ReadonlySet<string> = new Set(['messageId', 'timestamp']);

const omitLibrary = (context: unknown): unknown => {
  const given = Object.entries(context as WireObject).filter(([name]) => name !== 'library');
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** What the script passed to the call that made the event, as far as the wire tells. */
const readInput = ({ type, body }: ReceivedEvent): Input => {
  const fn = documentation.functions.find(({ name }) => name === type);
  const names = fn ? listAccepted(fn).map(({ name }) => name) : Object.keys(body);
  const entries = names
    .filter((name) => !GENERATED.has(name) && body[name] !== undefined)
    .map((name) => [name, name === 'context' ? omitLibrary(body[name]) : body[name]] as const);
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

/** The TypeScript call that sends the same event again. */
export const writeTypeScript = (event: ReceivedEvent): string =>
  renderTypeScriptExample(
    documentation,
    { name: event.type, method: event.type },
    { title: event.title, input: readInput(event) },
  );
