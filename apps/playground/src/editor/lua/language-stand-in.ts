/* What the editor's commands and completion import of `@codemirror/language` and `@lezer/common`, without trees. */

import { countColumn, type EditorState, Facet } from '@codemirror/state';

/** As `@codemirror/language` has it. */
export type IndentService = (context: IndentContext, position: number) => number | null | undefined;

/** Functions that know how far a line is indented. */
export const indentService = Facet.define<IndentService>();

/** The spaces of one level. */
export const indentUnit = Facet.define<string, string>({ combine: ([unit = '  ']) => unit });

/** How many columns one level is. */
export const getIndentUnit = (state: EditorState): number => state.facet(indentUnit).length;

/** Spaces for so many columns. */
export const indentString = (_state: EditorState, columns: number): string => ' '.repeat(columns);

/** What an indentation service may ask. */
export class IndentContext {
  readonly state: EditorState;
  readonly simulatedBreak: number | undefined;

  constructor(state: EditorState, options: { readonly simulateBreak?: number } = {}) {
    this.state = state;
    this.simulatedBreak = options.simulateBreak;
  }

  /** How far the line at a position is indented now. */
  lineIndent(position: number): number {
    const { text } = this.state.doc.lineAt(position);
    return countColumn(text, this.state.tabSize, text.search(/\S|$/));
  }
}

/** How far the line at a position is to be indented; `null` where nobody knows. */
export const getIndentation = (context: IndentContext | EditorState, position: number): number | null => {
  const asked = context instanceof IndentContext ? context : new IndentContext(context);
  for (const service of asked.state.facet(indentService)) {
    const columns = service(asked, position);
    if (columns !== undefined) return columns;
  }
  return null;
};

const nothing = (): null => null;
const LEAF = { name: '', from: 0, to: 0, parent: null, firstChild: null, childBefore: nothing, childAfter: nothing };

/** Brackets are marked by `bracket-marks.ts`. */
export const matchBrackets = nothing;

/** What a branch of a tree may know of itself. */
export const NodeProp = {};

/** A tree without branches. */
export const syntaxTree = () => ({ resolveInner: () => LEAF });
