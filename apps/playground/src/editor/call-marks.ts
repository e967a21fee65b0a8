import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker } from '@codemirror/view';
import { effect } from '@preact/signals-core';

import { formatCount } from '../elements/quantity.js';
import type { LineCalls } from '../events/call-index.js';
import { lineCalls, markedLine, pointedLine, selectLine } from '../events/line-calls.js';
import { showView } from '../state/view.js';
import { findRunLine, isRunLineGone } from './run-lines.js';

/** How many calls a line made, beside it; a click shows the first of their events. */
class Chip extends GutterMarker {
  constructor(readonly calls: LineCalls) {
    super();
  }

  override eq({ calls }: Chip): boolean {
    return calls.line === this.calls.line && calls.count === this.calls.count && calls.state === this.calls.state;
  }

  override toDOM(): Node {
    const { line, count, state } = this.calls;
    const chip = document.createElement('span');
    chip.className = 'cm-chip';
    chip.dataset.state = state;
    chip.textContent = `→ ${count}`;
    chip.title = `${formatCount(count, 'call')} by this line`;
    chip.addEventListener('click', () => {
      selectLine(line);
      showView('events');
    });
    return chip;
  }
}

const called = StateEffect.define<readonly LineCalls[]>();
const marked = StateEffect.define<number | undefined>();
const MARK = Decoration.line({ class: 'cm-marked-line' });

const findStart = (state: EditorState, line: number): number => state.doc.line(findRunLine(state, line)).from;

interface Called {
  readonly lines: readonly LineCalls[];
  readonly marks: RangeSet<Chip>;
}

/** A line that is gone takes its chip with it: the next one did not make those calls. */
const markCalls = (state: EditorState, lines: readonly LineCalls[]): RangeSet<Chip> =>
  RangeSet.of(
    lines.flatMap((calls) =>
      isRunLineGone(state, calls.line) ? [] : [new Chip(calls).range(findStart(state, calls.line))],
    ),
    true,
  );

const chips = StateField.define<Called>({
  create: (state) => ({ lines: [], marks: markCalls(state, []) }),
  update: (known, { state, effects, docChanged }) => {
    const lines = effects.find((candidate) => candidate.is(called))?.value ?? known.lines;
    return lines === known.lines && !docChanged ? known : { lines, marks: markCalls(state, lines) };
  },
});

const mark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (known, { state, effects, changes }) => {
    const found = effects.find((candidate) => candidate.is(marked));
    if (!found) return known.map(changes);
    return found.value === undefined || isRunLineGone(state, found.value)
      ? Decoration.none
      : Decoration.set(MARK.range(findStart(state, found.value)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const findCalledLine = ({ state }: EditorView, position: number): number | undefined => {
  const { from } = state.doc.lineAt(position);
  let line: number | undefined;
  state.field(chips).marks.between(from, from, (_from, _to, chip) => {
    line = chip.calls.line;
  });
  return line;
};

const point = ({ clientY }: MouseEvent, view: EditorView): void => {
  pointedLine.value = findCalledLine(view, view.lineBlockAtHeight(clientY - view.documentTop).from);
};

/** What each line called, beside it, and the line that an event comes from. */
export const callMarks: Extension = [
  chips,
  mark,
  gutter({ class: 'cm-calls', markers: (view) => view.state.field(chips).marks }),
  EditorView.domEventObservers({
    mousemove: point,
    mouseleave: () => {
      pointedLine.value = undefined;
    },
  }),
];

/** Keeps the marks of an editor as the run on show and the list of events have them. */
export const followCalls = (view: EditorView): void => {
  effect(() => {
    view.dispatch({ effects: called.of(lineCalls.value) });
  });
  effect(() => {
    view.dispatch({ effects: marked.of(markedLine.value) });
  });
};
