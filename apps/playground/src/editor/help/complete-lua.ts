import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { libraryNames } from 'virtual:library';

import { documentation, listAccepted, type ParameterDoc } from '../../reference/documentation.js';
import { isInert } from '../lua/lua-lines.js';
import { ATOMS, KEYWORDS } from '../lua/lua-tokens.js';
import { type CallSite, findCall } from './call-at.js';
import { renderLibraryTip, renderParameterTip } from './documentation-tip.js';
import { listMembers } from './namespace-members.js';
import { completeEvent, listPlanned } from './planned-names.js';
import { expandPath } from './script-path.js';

const KEYWORD_COMPLETIONS: readonly Completion[] = [...KEYWORDS, ...ATOMS].map((label) => ({
  label,
  type: 'keyword',
  boost: -20,
}));

const listGlobals = (): Completion[] => [
  ...libraryNames
    .filter((name) => !name.includes('.'))
    .map((label) => ({ label, type: 'function', boost: -10, info: () => renderLibraryTip(label) ?? null })),
  { label: documentation.namespace.split('.')[0] ?? '', type: 'namespace', boost: 10 },
];

const listLocals = (source: string): Completion[] => {
  const names = [...source.matchAll(/\b(?:local|for|function)\s+([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  return [...new Set(names)]
    .filter((name) => name !== 'function')
    .map((label) => ({ label, type: 'variable', boost: 5 }));
};

const DELIMITERS: Readonly<Record<string, readonly [string, string]>> = { string: ['"', '"'], object: ['{ ', ' }'] };

/** Writes the parameter, and puts the cursor where its value goes. */
const writeParameter =
  ({ name, type }: ParameterDoc) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const [open, close] = DELIMITERS[type] ?? ['', ''];
    const before = `${name} = ${open}`;
    view.dispatch({
      changes: { from, to, insert: before + close },
      selection: { anchor: from + before.length },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    });
  };

const listParameters = ({ fn, given }: CallSite): Completion[] =>
  listAccepted(fn)
    .filter(({ name }) => !given.includes(name))
    .map((parameter, index) => ({
      label: parameter.name,
      type: 'property',
      detail: parameter.required ? `${parameter.type}, required` : parameter.type,
      boost: 90 - index,
      apply: writeParameter(parameter),
      info: () => renderParameterTip(parameter),
    }));

const isNaming = (context: CompletionContext, from: number): boolean =>
  /[{,;]\s*$/.test(context.state.sliceDoc(Math.max(0, from - 200), from).replace(/--[^\n]*/g, ''));

/** Completes functions and accounts of the reference, parameters of the call around the cursor, and Lua itself. */
export const completeLua = (context: CompletionContext): CompletionResult | null => {
  const { state, pos, explicit } = context;
  if (isInert(state, pos, -1)) return completeEvent(context);
  const written = context.matchBefore(/[A-Za-z_][\w.]*|\.\w*/);
  const dot = written?.text.lastIndexOf('.') ?? -1;
  if (written && dot >= 0) {
    const options = listMembers(expandPath(state.sliceDoc(0, pos), written.text.slice(0, dot)));
    return options.length > 0 ? { from: written.from + dot + 1, options, validFor: /^\w*$/ } : null;
  }
  const from = written?.from ?? pos;
  const site = findCall(state, from);
  if (site && isNaming(context, from)) {
    const options = site.depth === 1 ? listParameters(site) : listPlanned(context, site);
    if (options.length > 0) return { from, options, validFor: /^\w*$/ };
  }
  if (!written && !explicit) return null;
  return {
    from,
    options: [...listLocals(state.sliceDoc(0, from)), ...listGlobals(), ...KEYWORD_COMPLETIONS],
    validFor: /^\w*$/,
  };
};
