import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';

import { acceptedBy } from '../../reference/documentation.js';
import { isInert } from '../lua/lua-lines.js';
import { callAt } from './call-at.js';
import { accountTip, functionTip, parameterTip } from './documentation-tip.js';
import { fullPath, meaningOf } from './script-path.js';

const pathAround = (view: EditorView, position: number): { from: number; to: number; path: string } | undefined => {
  const line = view.state.doc.lineAt(position);
  const column = position - line.from;
  const before = /[\w.]*$/.exec(line.text.slice(0, column))?.[0] ?? '';
  const after = /^\w*/.exec(line.text.slice(column))?.[0] ?? '';
  const path = before + after;
  return path === '' ? undefined : { from: position - before.length, to: position + after.length, path };
};

const contentFor = (view: EditorView, path: string, from: number): HTMLElement | undefined => {
  const meaning = meaningOf(fullPath(view.state.sliceDoc(0, from), path));
  if (meaning) return meaning.kind === 'function' ? functionTip(meaning.fn) : accountTip(meaning.account);
  const site = callAt(view.state, from);
  const parameter = site?.depth === 1 ? acceptedBy(site.fn).find(({ name }) => name === path) : undefined;
  return parameter && parameterTip(parameter);
};

const help = (view: EditorView, position: number): Tooltip | null => {
  if (isInert(view.state, position)) return null;
  const word = pathAround(view, position);
  const dom = word && contentFor(view, word.path, word.from);
  return word && dom ? { pos: word.from, end: word.to, above: true, create: () => ({ dom }) } : null;
};

/** Shows the documentation of a function, account or parameter under the pointer. */
export const hoverHelp = hoverTooltip(help, { hoverTime: 250 });
