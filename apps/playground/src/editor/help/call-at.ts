import type { EditorState } from '@codemirror/state';

import type { FunctionDoc } from '../../reference/documentation.js';
import { isInert } from '../lua/lua-lines.js';
import { expandPath, findMeaning } from './script-path.js';

/** The call whose arguments a position is in. */
export interface CallSite {
  readonly fn: FunctionDoc;
  /** Where the function's name starts. */
  readonly from: number;
  /** Tables around the position: 1 is directly among the parameters. */
  readonly depth: number;
  /** The parameter whose value the position is in. */
  readonly parameter?: string;
  /** Parameters the call already names. */
  readonly given: readonly string[];
}

const REACH = 4000;
const CLOSES = ')}]';
const OPENS = '({[';

/** Brackets that are open at `position`, the innermost first. */
const findOpenBrackets = (state: EditorState, position: number): number[] => {
  const from = Math.max(0, position - REACH);
  const text = state.sliceDoc(from, position);
  const open: number[] = [];
  let closed = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    if (!OPENS.includes(character) && !CLOSES.includes(character)) continue;
    if (isInert(state, from + index)) continue;
    if (CLOSES.includes(character)) closed += 1;
    else if (closed > 0) closed -= 1;
    else open.push(from + index);
  }
  return open;
};

const flattenTables = (text: string): string => {
  let flat = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|--[^\n]*/g, '""');
  for (let before = ''; before !== flat;) {
    before = flat;
    flat = flat.replace(/\{[^{}]*\}|\([^()]*\)/g, '""');
  }
  return flat;
};

const listKeys = (text: string): string[] =>
  [...text.matchAll(/(?:^|[,;{])\s*([A-Za-z_]\w*)\s*=/g)].map(([, key = '']) => key);

const describeCall = (
  state: EditorState,
  position: number,
  fn: FunctionDoc,
  from: number,
  tables: readonly number[],
): CallSite => {
  const outer = tables.at(-1);
  if (outer === undefined) return { fn, from, depth: 0, given: [] };
  const nested = tables.at(-2);
  const before = flattenTables(state.sliceDoc(outer + 1, nested ?? position));
  const given = listKeys(before);
  const current = /([A-Za-z_]\w*)\s*=[^,;]*$/.exec(before)?.[1];
  return { fn, from, depth: tables.length, given, ...(current !== undefined && { parameter: current }) };
};

/** The documented call around `position`, if there is one. */
export const findCall = (state: EditorState, position: number): CallSite | undefined => {
  const brackets = findOpenBrackets(state, position);
  const isTable = (bracket: number): boolean => state.sliceDoc(bracket, bracket + 1) === '{';
  for (const [index, bracket] of brackets.entries()) {
    const before = state.sliceDoc(Math.max(0, bracket - 200), bracket);
    const [, path, gap = ''] = /([A-Za-z_][\w.]*)(\s*)$/.exec(before) ?? [];
    const meaning = path === undefined ? undefined : findMeaning(expandPath(state.sliceDoc(0, bracket), path));
    if (path === undefined || meaning?.kind !== 'function') continue;
    const tables = brackets.slice(0, index + 1).filter(isTable);
    return describeCall(state, position, meaning.fn, bracket - gap.length - path.length, tables);
  }
  return undefined;
};
