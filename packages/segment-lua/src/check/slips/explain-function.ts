import { findMeant } from '@moonwire/lua-bridge';

import { SEGMENT_NAMESPACE } from '../../accounts/segment-account.js';

/** What functions are called elsewhere, by words that their names have. */
const WORDS: Readonly<Record<string, string>> = {
  track: 'send sendevent event log logevent capture record emit publish post trigger fire ingest',
  identify: 'user setuser updateuser createuser upsertuser setusertraits people',
  page: 'pageview pageviews view visit',
  group: 'company organization account_group',
  list_sources: 'sources getallsources allsources fetchsources getsources',
  get_workspace: 'workspace workspaceinfo getworkspaceinfo',
  get_current_user: 'me whoami currentuser getme getuser',
};

const DELIVERY = ['flush', 'close', 'ready', 'commit', 'wait', 'sync', 'shutdown', 'closeandflush'];

const SEVERAL = [
  'batch',
  'bulk',
  'import',
  'trackall',
  'trackmany',
  'trackbatch',
  'sendbatch',
  'sendall',
  'sendevents',
];

const ACCOUNT = ['account', 'accounts', 'useaccount', 'use', 'switch', 'with', 'withaccount', 'setaccount', 'profile'];

const splitWords = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');

/** A name below the namespace of Segment that leads to nothing. */
export interface UnknownFunction {
  /** Its path: `app.integrations.segment.prod`. */
  readonly path: string;
  /** Whether something is asked of it, as of an account. */
  readonly isNamespace: boolean;
  readonly accounts: readonly string[];
  /** Names of the core's functions. */
  readonly core: readonly string[];
  /** Names of all functions. */
  readonly all: readonly string[];
}

/** What is meant by a name that no function or account has, where its spelling alone does not tell. */
export const explainUnknownFunction = ({
  path,
  isNamespace,
  accounts,
  core,
  all,
}: UnknownFunction): string | undefined => {
  if (!path.startsWith(`${SEGMENT_NAMESPACE}.`)) return `it is ${SEGMENT_NAMESPACE}`;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const simple = name.toLowerCase().replaceAll('_', '');
  if (ACCOUNT.includes(simple)) return nameAccounts(accounts);
  if (isNamespace) return explainAccount(name, accounts);
  if (DELIVERY.includes(simple)) return 'events are delivered by themselves before the run ends: leave it out';
  if (SEVERAL.includes(simple))
    return 'each event is a call of its own, in a loop; they are sent in batches by themselves';
  const named = Object.entries(WORDS).find(([, words]) => words.split(' ').includes(simple))?.[0];
  const meant = named ?? core.find((one) => splitWords(name).includes(one)) ?? findByWords(name, all);
  return meant === undefined ? undefined : `it is ${SEGMENT_NAMESPACE}.${meant}{ … }`;
};

const nameAccounts = (accounts: readonly string[]): string =>
  `an account is named before the function: ${SEGMENT_NAMESPACE}.${accounts.at(-1) ?? 'default'}.track{ … }; there are ${accounts.join(', ')}`;

const explainAccount = (name: string, accounts: readonly string[]): string => {
  const letters = name.toLowerCase().split('');
  const isShort = (account: string): boolean =>
    account.startsWith(letters[0] ?? '') &&
    new RegExp(letters.map((letter) => letter.replace(/\W/, '.')).join('.*')).test(account);
  const meant = findMeant(name, accounts).suggestion ?? accounts.find(isShort);
  return meant === undefined ? `the accounts are ${accounts.join(', ')}` : `the account is called ${meant}`;
};

/** Verbs of others, and those of the Public API. */
const VERBS: Readonly<Record<string, string>> = {
  fetch: 'get',
  read: 'get',
  retrieve: 'get',
  show: 'get',
  describe: 'get',
  load: 'get',
  all: 'list',
  index: 'list',
  query: 'list',
  search: 'list',
  find: 'list',
  new: 'create',
  make: 'create',
  insert: 'create',
  edit: 'update',
  modify: 'update',
  set: 'update',
  patch: 'update',
  change: 'update',
  destroy: 'delete',
  drop: 'delete',
  erase: 'delete',
};

const readWords = (name: string): string[] => splitWords(name).map((word) => (VERBS[word] ?? word).replace(/s$/, ''));

const isVerb = (word: string): boolean => /^(?:get|list|create|update|delete|add|remove)$/.test(word);

/** The function whose name shares most words, things first; the shortest where several do. */
const findByWords = (name: string, all: readonly string[]): string | undefined => {
  const asked = readWords(name);
  const score = (one: string): number => {
    const words = readWords(one);
    const shared = words.filter((word) => asked.includes(word));
    return shared.some((word) => !isVerb(word)) ? shared.length * 10 - words.length : 0;
  };
  const [best] = all.map((one) => ({ one, points: score(one) })).sort((a, b) => b.points - a.points);
  return best && best.points > 0 ? best.one : undefined;
};
