import type { Entry, Fields, Models } from '../src/public-api/table/group.js';
import { groups } from '../src/public-api/table/index.js';
import { models } from '../src/public-api/table/models/index.js';
import { words } from '../src/public-api/table/words.js';
import { impliedMethod } from '../src/public-api/verbs.js';

const HEADER = '// Written by `npm run generate` from the table of the Public API; do not edit.\n';

const operations: readonly (readonly [string, Entry])[] = Object.values(groups).flatMap((group) =>
  Object.entries<Entry>(group.operations),
);

const camelCase = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** A type without the sentence that follows it. */
const typeOf = (text: string): string => text.split(' – ')[0] as string;

const bareFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, typeOf(text)]));

const bareModels = (names: ReadonlySet<string>): Models =>
  Object.fromEntries(
    Object.entries<Fields | string>(models)
      .filter(([name]) => names.has(name))
      .map(([name, model]) => [name, typeof model === 'string' ? typeOf(model) : bareFields(model)]),
  );

/** The names of the models that these fields consist of, at any depth. */
const reach = (fields: Fields, found: Set<string>): void => {
  for (const text of Object.values(fields)) {
    for (const name of typeOf(text).match(/(?<!')\b[A-Z]\w+\b(?!')/g) ?? []) {
      const model = (models as Models)[name];
      if (model === undefined || found.has(name)) continue;
      found.add(name);
      reach(typeof model === 'string' ? { model } : model, found);
    }
  }
};

const reached = (parts: (entry: Entry) => readonly (Fields | undefined)[]): Set<string> => {
  const found = new Set<string>();
  for (const [, entry] of operations) for (const fields of parts(entry)) reach(fields ?? {}, found);
  return found;
};

const inputNames = reached(({ query, body }) => [query, body]);
const resultNames = reached(({ data }) => [data]);

const inputOf = ({ query, body, list }: Entry): object => ({
  ...(query && { query: bareFields(query) }),
  ...(body && { body: bareFields(body) }),
  ...(list !== undefined && { list }),
});

const constant = (docs: string, name: string, value: unknown): string =>
  `\n/** ${docs} */\nexport const ${name} = ${JSON.stringify(value, undefined, 2)} as const;\n`;

/** The table in the forms that code and types read: without sentences, inputs apart from results. */
export const writePublicApiSources = (): Readonly<Record<string, string>> => ({
  'public-inputs.ts':
    HEADER +
    constant(
      "What types know of each operation's input.",
      'inputs',
      Object.fromEntries(operations.map(([name, entry]) => [name, inputOf(entry)])),
    ) +
    constant('The models that inputs consist of.', 'inputModels', bareModels(inputNames)),
  'public-results.ts': writeResults(),
  'public-text.ts': `${HEADER}
/** What a client must know of each operation: name;path, after its method unless the name implies it;query;body;lists;marks. */
export const operationText =
  '${operations.map(writeLine).join('\\n')}';

/** The models that inputs consist of: name;fields or type. */
export const modelText =
  '${Object.entries(bareModels(inputNames)).map(writeModel).join('\\n')}';
`,
  'public-methods.ts': writeMethods(),
});

const writeResults = (): string =>
  HEADER +
  constant(
    "The fields of each operation's result.",
    'results',
    Object.fromEntries(operations.map(([name, { data }]) => [name, bareFields(data)])),
  ) +
  constant(
    'The models that only results consist of.',
    'resultModels',
    bareModels(new Set([...resultNames].filter((name) => !inputNames.has(name)))),
  ) +
  constant(
    'The operations that answer 201.',
    'created',
    operations.filter(([, { status }]) => status === 201).map(([name]) => name),
  ) +
  constant(
    'The documented limits of operations.',
    'rates',
    Object.fromEntries(operations.filter(([, { rate }]) => rate).map(([name, { rate }]) => [name, rate])),
  );

/** Text is by far the smallest form of the table, and nothing of it is read before it is needed. */
const writeLine = ([name, entry]: readonly [string, Entry]): string => {
  const { http, query = {}, body = {}, list = '', stability, effect, once, pageMax, done } = entry;
  const marks = [stability, effect, once && 'once', pageMax, done].filter((mark) => mark !== undefined);
  const request = http.replace(`${impliedMethod(name)} `, '');
  const columns = [name, request, writeFields(query), writeFields(body), list.replace(', ', ' '), marks.join(' ')];
  return columns.join(';').replace(/;+$/, '').replaceAll("'", "\\'");
};

const writeModel = ([name, model]: readonly [string, Fields | string]): string =>
  `${name};${typeof model === 'string' ? model : writeFields(model)}`.replaceAll("'", "\\'");

/** `name?:type`, in a row; a type that is left out is `string`. */
const writeFields = (fields: Fields): string =>
  Object.entries(bareFields(fields))
    .map(([name, type]) => (type === 'string' ? name : `${name}:${type}`))
    .join(' ');

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly meaning: string;
}

const readParameters = ({ http, path, query, body }: Entry): Parameter[] => {
  const inPath = [...http.matchAll(/\{(\w+)!?\}/g)].map(([, name = '']) => ({
    name,
    type: 'string',
    isOptional: false,
    meaning: path?.[name] ?? words[name] ?? '',
  }));
  const others = Object.entries({ ...query, ...body }).map(([key, text]) => {
    const name = key.replace('?', '');
    const [type = '', meaning = words[name] ?? ''] = text.split(' – ');
    return { name, type: type.replace('!', ''), isOptional: key.endsWith('?'), meaning };
  });
  return [...inPath, ...others];
};

const writeMethods = (): string => `${HEADER}import type { PublicMethod } from '../src/public-api/types.js';

/** The parameters of each operation. Their types come from the table; what they mean stands here, for editors. */
export interface Parameters {
${operations.map(([name, entry]) => `  readonly ${name}: {\n${readParameters(entry).map(writeParameter).join('\n')}\n  };`).join('\n')}
}

/** One method for every operation of the Public API. */
export interface PublicApiMethods {
${operations.map(([name, entry]) => `${writeDocs(entry)}\n  readonly ${camelCase(name)}: PublicMethod<'${name}'>;`).join('\n')}
}
`;

const writeParameter = ({ name, isOptional, meaning }: Parameter): string =>
  `    /** ${meaning} */\n    readonly ${name}${isOptional ? '?' : ''}: unknown;`;

const writeDocs = (entry: Entry): string => {
  const lines = readParameters(entry).map(
    ({ name, type, isOptional, meaning }) =>
      `   * - \`${name}\` (\`${type}\`${isOptional ? '' : ', required'}): ${meaning}`,
  );
  const notes = [
    entry.stability && `Not final: ${entry.stability}.`,
    entry.rate && `At most ${entry.rate}.`,
    entry.needs && `Needs the feature ${entry.needs}.`,
  ].filter(Boolean);
  const summary = [entry.summary, ...notes].join(' ');
  return ['  /**', `   * ${summary}`, ...(lines.length > 0 ? ['   *', ...lines] : []), '   */'].join('\n');
};
