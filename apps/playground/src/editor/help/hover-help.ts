import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';

import { listAccepted } from '../../reference/documentation.js';
import { isInert } from '../lua/lua-lines.js';
import { findCall } from './call-at.js';
import { renderAccountTip, renderFunctionTip, renderLibraryTip, renderParameterTip } from './documentation-tip.js';
import { expandPath, findMeaning } from './script-path.js';

const findPath = (view: EditorView, position: number): { from: number; to: number; path: string } | undefined => {
  const line = view.state.doc.lineAt(position);
  const column = position - line.from;
  const before = /[\w.]*$/.exec(line.text.slice(0, column))?.[0] ?? '';
  const after = /^\w*/.exec(line.text.slice(column))?.[0] ?? '';
  const path = before + after;
  return path === '' ? undefined : { from: position - before.length, to: position + after.length, path };
};

const renderContent = (view: EditorView, path: string, from: number): HTMLElement | undefined => {
  const meaning = findMeaning(expandPath(view.state.sliceDoc(0, from), path));
  if (meaning) return meaning.kind === 'function' ? renderFunctionTip(meaning.fn) : renderAccountTip(meaning.account);
  const tip = renderLibraryTip(path);
  if (tip) return tip;
  const site = findCall(view.state, from);
  const parameter = site?.depth === 1 ? listAccepted(site.fn).find(({ name }) => name === path) : undefined;
  return parameter && renderParameterTip(parameter);
};

const findHelp = (view: EditorView, position: number): Tooltip | null => {
  if (isInert(view.state, position)) return null;
  const word = findPath(view, position);
  const dom = word && renderContent(view, word.path, word.from);
  return word && dom ? { pos: word.from, end: word.to, above: true, create: () => ({ dom }) } : null;
};

/** Shows the documentation of a function, account or parameter under the pointer. */
export const hoverHelp = hoverTooltip(findHelp, { hoverTime: 250 });
