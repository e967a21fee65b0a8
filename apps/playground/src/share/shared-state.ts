import { type Fault, faultKinds } from '../state/faults.js';
import type { SimulatedWorkspace } from '../state/workspace.js';

/** What a link or a file carries: everything but keys, results and the look of the page. */
export interface SharedState {
  readonly code: string;
  readonly accounts: readonly string[];
  readonly workspace: SimulatedWorkspace;
  readonly faults: readonly Fault[];
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasTexts = (value: unknown, ...keys: readonly string[]): value is Loose =>
  isObject(value) && keys.every((key) => typeof value[key] === 'string');

const isListOf = (value: unknown, check: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(check);

const isWorkspace = (value: unknown): boolean =>
  hasTexts(value, 'slug', 'name') &&
  isListOf(value.sources, (source) => hasTexts(source, 'id', 'name', 'writeKey')) &&
  isListOf(value.users, (user) => hasTexts(user, 'id', 'name', 'email'));

const isFault = (value: unknown): boolean =>
  isObject(value) &&
  Object.hasOwn(faultKinds, String(value.kind)) &&
  ['id', 'times', 'seconds'].every((key) => Number.isFinite(value[key]));

/** Whether something read from outside is a {@link SharedState}, field by field. */
export const isSharedState = (value: unknown): value is SharedState =>
  hasTexts(value, 'code') &&
  isListOf(value.accounts, (name) => typeof name === 'string') &&
  isWorkspace(value.workspace) &&
  isListOf(value.faults, isFault);
