import type { EditorState } from '@codemirror/state';

import { documentation, type FunctionDoc, listAccepted } from '../../reference/documentation.js';
import { accountNames } from '../../state/accounts.js';
import { listTokens, type PlacedToken } from './call-table.js';
import { type Literal, readTable } from './literal.js';
import { findPlanProblems } from './plan-problems.js';
import { expandAliases, findMeaning, readAliases } from './script-path.js';

/** Something that the schema knows to fail, in the document. */
export interface SchemaProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** How many letters are to be changed, put in or left out to make one word of another. */
const countEdits = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + Number(letter !== other[at])));
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** A slip changes few letters of a word. */
const MOST_EDITS = 2;

const suggest = (word: string, known: readonly string[]): string => {
  const [best] = known
    .map((name) => ({ name, edits: countEdits(word.toLowerCase(), name.toLowerCase()) }))
    .toSorted((one, other) => one.edits - other.edits);
  return best && best.edits <= MOST_EDITS ? `. Did you mean: ${best.name}` : '';
};

const checkFields = (
  { name, parameters, ...rest }: FunctionDoc,
  called: PlacedToken,
  { named = [], members, isOpen }: Literal,
): SchemaProblem[] => {
  const accepted = listAccepted({ name, parameters, ...rest }).map((parameter) => parameter.name);
  const given = named.map(({ text }) => text);
  const unknown = named.filter(({ text }) => !accepted.includes(text));
  const isMissing = ({ name: wanted, required, unless }: (typeof parameters)[number]): boolean =>
    required && !given.includes(wanted) && !(unless !== undefined && given.includes(unless));
  const missing = isOpen || members?.has('0') || unknown.length > 0 ? [] : parameters.filter(isMissing);
  return [
    ...unknown.map(({ from, to, text }) => ({
      from,
      to,
      message: `${name} has no parameter '${text}'${suggest(text, accepted)}`,
    })),
    ...missing.map(({ name: wanted, unless }) => ({
      from: called.from,
      to: called.to,
      message: `${name} needs ${wanted}${unless === undefined ? '' : ` or ${unless}`}`,
    })),
  ];
};

/** The last name of the path that begins at a token. */
const findPathEnd = (tokens: readonly PlacedToken[], at: number): number => {
  let end = at;
  while (tokens[end + 1]?.text === '.' && tokens[end + 2]?.kind === 'name') end += 2;
  return end;
};

const refuse = ({ from, to, text }: PlacedToken, what: string, known: readonly string[]): SchemaProblem[] =>
  known.includes(text) ? [] : [{ from, to, message: `There is no ${what} '${text}'${suggest(text, known)}` }];

/** @param written The names of the path as the script has them, the last one last. */
const checkPath = (full: string, written: readonly PlacedToken[]): SchemaProblem[] => {
  const { namespace, functions } = documentation;
  if (!full.startsWith(`${namespace}.`)) return [];
  const [first = '', second, ...more] = full.slice(namespace.length + 1).split('.');
  const names = functions.map(({ name }) => name);
  const [last, before] = written.toReversed();
  if (more.length > 0 || !last) return [];
  if (second !== undefined && accountNames.value.includes(first))
    return last.text === second ? refuse(last, 'function', names) : [];
  const wrong = second === undefined ? last : before;
  return wrong?.text === first ? refuse(wrong, 'function or account', [...names, ...accountNames.value]) : [];
};

/** What a script calls otherwise than the schema allows: unknown functions, accounts and parameters, missing ones. */
export const findSchemaProblems = (state: EditorState): SchemaProblem[] => {
  const tokens = listTokens(state);
  const aliases = readAliases(state.doc.toString());
  const { head } = state.selection.main;
  return tokens.flatMap(({ kind }, at) => {
    if (kind !== 'name' || /^[.:]$/.test(tokens[at - 1]?.text ?? '')) return [];
    const end = findPathEnd(tokens, at);
    const [last, next, after] = [tokens[end], tokens[end + 1], tokens[end + 2]];
    // A name that is still being written is not wrong yet.
    if (!last || head === last.to) return [];
    const written = tokens.slice(at, end + 1).filter((token) => token.kind === 'name');
    const path = tokens
      .slice(at, end + 1)
      .map(({ text }) => text)
      .join('');
    const full = expandAliases(aliases, path);
    const meaning = findMeaning(full);
    if (meaning?.kind !== 'function') return checkPath(full, written);
    const isTable = next?.text === '{' || (next?.text === '(' && after?.text === '{');
    const brace = next?.text === '{' ? end + 1 : end + 2;
    const table = isTable ? readTable(tokens, brace)?.[0] : undefined;
    if (!table) return [];
    return [...checkFields(meaning.fn, last, table), ...findPlanProblems(table, last, meaning.fn.name)];
  });
};
