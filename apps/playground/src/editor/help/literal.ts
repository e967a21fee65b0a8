import type { PlacedToken } from './call-table.js';

/** A value that is written out, with where it stands. */
export interface Literal {
  readonly from: number;
  readonly to: number;
  /** What a plan sees of it; what only a run knows is `undefined`. */
  readonly value: unknown;
  /** Of a table, its members by the names they have on the wire. */
  readonly members?: ReadonlyMap<string, Literal>;
  /** Of a table, the names that stand in it as names. */
  readonly named?: readonly PlacedToken[];
  /** Whether a table may hold members that only a run knows. */
  readonly isOpen?: boolean;
}

/** Reads a literal, and where the next token is. */
type Read = readonly [literal: Literal, next: number];

const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false };

/** The text of a string; nothing where it has escapes or is a long one. */
export const readString = (text: string): string | undefined => /^(["'])([^\\\n]*)\1$/.exec(text)?.[2];

const readScalar = ({ kind, text }: PlacedToken): unknown => {
  if (kind === 'string') return readString(text);
  if (kind === 'number') return Number.isNaN(Number(text)) ? undefined : Number(text);
  return kind === 'atom' ? WORDS[text] : undefined;
};

const OPENS: ReadonlySet<string> = new Set(['(', '{', '[', 'function', 'do', 'if', 'repeat']);
const CLOSES: ReadonlySet<string> = new Set([')', '}', ']', 'end', 'until']);

/** Where an expression ends: at a comma or a brace that is not inside of it. */
const findEnd = (tokens: readonly PlacedToken[], at: number): number => {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] as PlacedToken;
    const isSign = kind === 'sign' || kind === 'keyword';
    if (depth === 0 && isSign && /^[,;})]$/.test(text)) return index;
    if (isSign && OPENS.has(text)) depth += 1;
    if (isSign && CLOSES.has(text)) depth -= 1;
  }
  return tokens.length;
};

/** Reads what begins at `at` up to the comma or the bracket that ends it. */
export const readValue = (tokens: readonly PlacedToken[], at: number): Read => {
  const end = findEnd(tokens, at);
  const [first, last] = [tokens[at], tokens[end - 1]];
  const place = { from: first?.from ?? 0, to: last?.to ?? 0 };
  if (first?.text === '{' && first.kind === 'sign') {
    const read = readTable(tokens, at);
    if (read?.[1] === end) return read;
  }
  return [{ ...place, value: first && end === at + 1 ? readScalar(first) : undefined }, end];
};

/** The name of a field, and where its value begins; nothing where the table has a position there. */
const readKey = (tokens: readonly PlacedToken[], at: number): readonly [string | undefined, number] | undefined => {
  const [first, second, third, fourth] = tokens.slice(at, at + 4);
  if (first?.kind === 'name' && second?.text === '=') return [first.text, at + 2];
  if (first?.text !== '[' || first.kind !== 'sign') return undefined;
  if (second?.kind === 'string' && third?.text === ']' && fourth?.text === '=')
    return [readString(second.text), at + 4];
  return [undefined, findEnd(tokens, at)];
};

const valueOf = (members: ReadonlyMap<string, Literal>, isList: boolean): unknown => {
  const entries = [...members].map(([name, { value }]): [string, unknown] => [name, value]);
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
};

/**
 * Reads a table that is written out.
 * @param at Where its `{` is.
 * @returns Nothing when it is not closed.
 */
export const readTable = (tokens: readonly PlacedToken[], at: number): Read | undefined => {
  const members = new Map<string, Literal>();
  const named: PlacedToken[] = [];
  let [isOpen, positions, index] = [false, 0, at + 1];
  while (tokens[index] && tokens[index]?.text !== '}') {
    const key = readKey(tokens, index);
    if (key && key[0] === undefined) isOpen = true;
    const [literal, next] = readValue(tokens, key?.[1] ?? index);
    const name = key ? key[0] : String((positions += 1) - 1);
    if (name !== undefined) members.set(name, literal);
    const first = tokens[index];
    if (key && first?.kind === 'name') named.push(first);
    index = /^[,;]$/.test(tokens[next]?.text ?? '') ? next + 1 : next;
    if (tokens[next]?.text === ')') return undefined;
  }
  const [first, last] = [tokens[at], tokens[index]];
  if (!first || !last) return undefined;
  const isList = positions > 0 && positions === members.size;
  const value = valueOf(members, isList);
  const place = { from: first.from, to: last.to };
  return [{ ...place, value, members, named, isOpen: isOpen || (positions > 0 && !isList) }, index + 1];
};
