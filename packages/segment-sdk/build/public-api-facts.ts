import type { Entry, Fields, Models } from '../src/public-api/table/group.js';
import { groups } from '../src/public-api/table/index.js';
import { models } from '../src/public-api/table/models/index.js';

/** An operation in the file of facts; `shared/public-api` and the tests' fixtures hold one. */
interface OperationFacts {
  readonly lua: string;
  readonly group: string;
  readonly http: string;
  readonly stability: string;
  readonly consumes?: readonly string[];
  readonly query?: Fields;
  readonly body?: Fields;
  readonly data: Fields;
  readonly ok?: readonly number[];
  readonly pages?: string;
  readonly pageMax?: number;
  readonly rate?: string;
  readonly feature?: string;
}

type ModelFacts = Fields | readonly string[] | { readonly '|': readonly string[] };

const bare = (text: string): string => (text.split(' – ')[0] as string).replace('!', '');

const bareFields = (fields: Fields = {}): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, bare(text)]));

/** What the facts say of an operation, in the order and form in which both sides are compared. */
const ofFacts = (facts: OperationFacts): object => ({
  group: facts.group,
  http: facts.http,
  stability: facts.stability,
  media: facts.body ? facts.consumes?.[0] : undefined,
  query: facts.query ?? {},
  body: facts.body ?? {},
  data: facts.data,
  status: facts.ok?.[0] ?? 200,
  pages: facts.pages,
  pageMax: facts.pageMax,
  rate: facts.rate,
  needs: facts.feature,
});

const ofTable = (group: string, entry: Entry, facts: OperationFacts | undefined): object => ({
  group,
  http: entry.http.replaceAll('!', ''),
  stability: entry.stability ?? 'v1',
  media: entry.body ? (entry.stability ?? 'json') : undefined,
  query: bareFields(entry.query),
  body: bareFields(entry.body),
  data: bareFields(entry.data),
  status: entry.status ?? 200,
  // Lists that are not paged, or not as most are, have no name among the facts.
  pages: facts?.pages === undefined ? undefined : entry.list,
  pageMax: entry.pageMax,
  rate: entry.rate,
  needs: entry.needs,
});

const textOfModel = (model: ModelFacts): Fields | string => {
  if (Array.isArray(model)) return model.map((word: string) => `'${word}'`).join('|');
  return '|' in model ? (model['|'] as readonly string[]).join('|') : (model as Fields);
};

const compare = (name: string, expected: unknown = 'nothing', got: unknown = 'nothing'): string[] => {
  const [wanted, found] = [JSON.stringify(expected), JSON.stringify(got)];
  return wanted === found ? [] : [`${name}\n  facts: ${wanted}\n  table: ${found}`];
};

/** The models of errors are no part of the table. */
const NOT_IN_TABLE = ['RequestError'];

/**
 * Every difference between the table of the Public API and the facts about it, one message each.
 * @param operations The facts of each operation, by its id in Segment's own documents.
 * @param factModels The facts of each model, by its name.
 */
export const compareWithFacts = (
  operations: Readonly<Record<string, OperationFacts>>,
  factModels: Readonly<Record<string, ModelFacts>>,
): string[] => {
  const entries = new Map(
    Object.entries(groups).flatMap(([group, { operations: own }]) =>
      Object.entries<Entry>(own).map(([name, entry]) => [name, { group, entry }] as const),
    ),
  );
  const facts = new Map(Object.values(operations).map((operation) => [operation.lua, operation]));
  const names = [...new Set([...facts.keys(), ...entries.keys()])];
  const modelNames = [...new Set([...Object.keys(factModels), ...Object.keys(models)])];
  return [
    ...names.flatMap((name) => {
      const [fact, own] = [facts.get(name), entries.get(name)];
      return compare(name, fact && ofFacts(fact), own && ofTable(own.group, own.entry, fact));
    }),
    ...modelNames
      .filter((name) => !NOT_IN_TABLE.includes(name))
      .flatMap((name) => {
        const [fact, own] = [factModels[name], (models as Models)[name]];
        const found = typeof own === 'string' ? bare(own) : own && bareFields(own);
        return compare(name, fact && textOfModel(fact), found);
      }),
  ];
};
