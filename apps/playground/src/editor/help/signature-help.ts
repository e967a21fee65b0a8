import { type EditorState, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { keymap, showTooltip, type Tooltip } from '@codemirror/view';

import { findCall } from './call-at.js';
import { renderSignatureTip } from './documentation-tip.js';

interface Help {
  /** Where the call starts. Help dismissed there stays away until the cursor leaves the call. */
  readonly from: number;
  readonly tooltip: Tooltip | null;
}

const dismiss = StateEffect.define();

const findHelp = (state: EditorState): Help | null => {
  const { main } = state.selection;
  const site = main.empty ? findCall(state, main.head) : undefined;
  if (!site) return null;
  const { fn, from, parameter } = site;
  return {
    from,
    tooltip: { pos: from, above: true, strictSide: true, create: () => ({ dom: renderSignatureTip(fn, parameter) }) },
  };
};

const advanceHelp = (help: Help | null, transaction: Transaction): Help | null => {
  if (help && transaction.effects.some((effect) => effect.is(dismiss))) return { ...help, tooltip: null };
  if (!transaction.docChanged && !transaction.selection) return help;
  const fresh = findHelp(transaction.state);
  return fresh && help?.tooltip === null && help.from === fresh.from ? help : fresh;
};

const field = StateField.define<Help | null>({
  create: () => null,
  update: advanceHelp,
  provide: (self) => showTooltip.from(self, (help) => help?.tooltip ?? null),
});

/** Shows the parameters of the call around the cursor; Escape puts it away. */
export const signatureHelp = [
  field,
  keymap.of([
    {
      key: 'Escape',
      run: (view) => {
        if (!view.state.field(field)?.tooltip) return false;
        view.dispatch({ effects: dismiss.of(null) });
        return true;
      },
    },
  ]),
];
