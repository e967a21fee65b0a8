/** What a schema expected, in Lua's words, and what it got. */
interface Expectation {
  /** Undefined if the message tells nothing of it. */
  readonly expected: string | undefined;
  readonly got: string;
}

/*
 * The libraries word it each in their own way:
 * zod `Invalid input: expected string, received number`, valibot `Invalid type: Expected string but received 5`,
 * arktype `name must be a string (was a number)`.
 */
const WORDINGS = [
  /\bexpected (.+), received .*$/,
  /\bExpected (.+) but received .*$/,
  /\bmust be (.+) \(was .*\)$/,
  /\bexpected (.+)$/,
];

/** Reads what was expected from the message of a library, for the field that `keys` lead to. */
export const readExpectation = (message: string, keys: readonly PropertyKey[], value: unknown): Expectation => {
  const phrase = WORDINGS.map((wording) => wording.exec(message)?.[1]).find((found) => found !== undefined);
  // valibot says of a missing field only its name.
  if (phrase === undefined || phrase === `"${String(keys.at(-1))}"`)
    return { expected: undefined, got: nameType(value) };
  const choices = [
    ...new Set(
      phrase
        .replace(/^one of |^\(|\)$/g, '')
        .split(/ ?\| ?|, (?:or )?| or /)
        .map(translateType),
    ),
  ];
  const expected =
    choices.length === 1 ? joinChoices(choices) : `${joinChoices(choices.slice(0, -1))} or ${choices.at(-1) as string}`;
  const saysType = choices.every((choice) => TYPES.has(choice)) && !choices.includes(nameType(value));
  const isFraction = typeof value === 'number' && choices.includes('integer');
  return { expected, got: saysType && !isFraction ? nameType(value) : showValue(value) };
};

const joinChoices = (choices: readonly string[]): string => choices.join(', ');

const LUA: Readonly<Record<string, string>> = {
  object: 'table',
  array: 'list',
  record: 'table',
  map: 'table',
  int: 'integer',
  bigint: 'integer',
  undefined: 'nil',
};
const TYPES = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'table',
  'list',
  'function',
  'nil',
  'null',
  'date',
  'never',
]);

const translateType = (phrase: string): string => {
  const bare = phrase.replace(/^an? /, '');
  const quoted = /^"(.*)"$/.exec(bare);
  if (quoted !== null) return `'${quoted[1] ?? ''}'`;
  const word = /^\w+$/.test(bare) ? bare.toLowerCase() : bare;
  return LUA[word] ?? word;
};

const LONGEST = 40;

const showValue = (value: unknown): string => {
  if (typeof value === 'string') return `'${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}'`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameType(value);
};

const nameType = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return value instanceof Uint8Array ? 'string' : 'table';
  if (value === undefined) return 'nil';
  return typeof value === 'bigint' ? 'number' : typeof value;
};
