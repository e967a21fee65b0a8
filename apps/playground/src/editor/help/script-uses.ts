import type { EditorState } from '@codemirror/state';

import type { ScriptUse } from '../../protocol/script-use.js';
import { documentation } from '../../reference/documentation.js';
import { listTokens, type PlacedToken } from './call-table.js';
import { type Literal, readString, readTable, readValue } from './literal.js';
import { expandAliases, readAliases } from './script-path.js';

/** A place where a script names something of Segment. */
export interface PlacedUse {
  readonly use: ScriptUse;
  /** The names of its path as they are written, the last one last: the first may stand for several. */
  readonly names: readonly PlacedToken[];
  /** What it is called with, where that is a table that is written out. */
  readonly table?: Literal;
}

/** The names of a path that begins at a token, `segment.acme.track` or `segment["acme"].track`, and its last token. */
const readPath = (
  tokens: readonly PlacedToken[],
  at: number,
): { readonly names: readonly PlacedToken[]; readonly end: number } => {
  const names = tokens.slice(at, at + 1);
  let end = at;
  for (;;) {
    const [sign, name, close] = [tokens[end + 1], tokens[end + 2], tokens[end + 3]];
    const isIndex = sign?.text === '[' && name?.kind === 'string' && close?.text === ']';
    const text = isIndex ? readString(name.text) : sign?.text === '.' && name?.kind === 'name' ? name.text : undefined;
    if (!name || text === undefined) return { names, end };
    names.push({ ...name, text });
    end += isIndex ? 3 : 2;
  }
};

const isWritten = ({ value, members }: Literal): boolean => value !== undefined || members !== undefined;

/** The argument that begins with the token after a function's name. */
const readArgument = (tokens: readonly PlacedToken[], at: number): Literal | undefined => {
  const { kind, text, from, to } = tokens[at] as PlacedToken;
  if (text === '{') return readTable(tokens, at)?.[0];
  return kind === 'string' ? { from, to, value: readString(text) } : readValue(tokens, at + 1)[0];
};

/**
 * What the function is called with whose name ends at `end`, where it is called and that is written out.
 * @param head Where the cursor is: between two brackets that are still empty, the argument is on its way.
 */
const readCall = (
  tokens: readonly PlacedToken[],
  at: number,
  end: number,
  head: number,
): { readonly argument?: Literal } | undefined => {
  const [next, after] = [tokens[end + 1], tokens[end + 2]];
  const isBracket = next?.text === '(' && next.kind === 'sign';
  if (isBracket && after?.text === ')') return next.to <= head && head <= after.from ? undefined : {};
  const isProtected = next?.text === ',' && tokens[at - 1]?.text === '(' && tokens[at - 2]?.text === 'pcall';
  if (!isBracket && !isProtected && next?.text !== '{' && next?.kind !== 'string') return undefined;
  const argument = readArgument(tokens, end + 1);
  return argument && isWritten(argument) ? { argument } : undefined;
};

const describeUse = (path: readonly string[], call: ReturnType<typeof readCall>): ScriptUse => {
  const { argument } = call ?? {};
  const members = [...(argument?.members ?? [])];
  const open = members.filter(([, member]) => !isWritten(member)).map(([name]) => name);
  return { path, isCalled: call !== undefined, input: argument?.value, open, isOpen: argument?.isOpen === true };
};

/** Lists what a script names of Segment, but the name that is still being written. */
export const listUses = (state: EditorState): PlacedUse[] => {
  const tokens = listTokens(state);
  const aliases = readAliases(state.doc.toString());
  const { head } = state.selection.main;
  const below = `${documentation.namespace}.`;
  return tokens.flatMap(({ kind }, at) => {
    if (kind !== 'name' || /^[.:]$/.test(tokens[at - 1]?.text ?? '')) return [];
    const { names, end } = readPath(tokens, at);
    const name = names.at(-1);
    const full = expandAliases(aliases, names.map(({ text }) => text).join('.'));
    if (!name || !full.startsWith(below) || head === name.to) return [];
    const call = readCall(tokens, at, end, head);
    const { argument } = call ?? {};
    const use = describeUse(full.slice(below.length).split('.'), call);
    return [{ use, names, ...(argument?.members && { table: argument }) }];
  });
};
