import { EditorView } from '@codemirror/view';

const tooltips = {
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-s)',
    overflow: 'hidden',
  },
  // Its documentation stands beside the list.
  '.cm-tooltip.cm-tooltip-autocomplete': { overflow: 'visible' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 12px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--copper-wash)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--copper)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--ink-faint)', marginLeft: '1em' },
  '.cm-tooltip.cm-completionInfo': {
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'min(25rem, 100vw - 12px)',
    padding: '0',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: '3px solid var(--bad)' },
  '.doc-tip': { padding: '10px 14px', maxWidth: 'min(440px, 90vw)', lineHeight: '1.5' },
  '.doc-tip code': { fontFamily: 'var(--mono)', fontSize: '0.8125rem' },
  '.doc-tip p': { margin: '4px 0 0', color: 'var(--ink-soft)' },
  '.doc-tip dl': { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '3px 14px', margin: '8px 0 0' },
  '.doc-tip dt': { fontFamily: 'var(--mono)', fontSize: '0.8125rem' },
  '.doc-tip dd': { margin: '0', color: 'var(--ink-soft)' },
  '.doc-tip .active': { color: 'var(--copper)', fontWeight: '600' },
  '.doc-tip .required': { color: 'var(--bad)' },
};

const found = {
  '.cm-searchMatch': { backgroundColor: 'var(--warn-wash)', outline: '1px solid var(--line-strong)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--copper-wash)', outlineColor: 'var(--copper)' },
};

/** They come last, to be stronger than what is said elsewhere. In them no selector has an `&`. */
const media = {
  '@media print': {
    '.cm-scroller': { height: 'auto', overflow: 'visible' },
    '.cm-content': { flexShrink: '1', minWidth: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
  '@media (forced-colors: active)': {
    '.cm-hint': { textDecorationStyle: 'dotted' },
    '.cm-marked-line, .cm-problem-line, .cm-searchMatch-selected, .active': { outline: '2px solid Highlight' },
    '.cm-searchMatch, .cm-matchingBracket': { outline: '1px solid' },
    '.cm-chip': { border: '1px solid' },
    '.cm-chip[data-state=bad]': { border: '2px dashed' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      forcedColorAdjust: 'none',
      background: 'Highlight',
      color: 'HighlightText',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected] *': { color: 'HighlightText' },
  },
};

/** How the editor looks; colours come from the page's custom properties, so it follows light and dark. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', width: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: '0.875rem',
    lineHeight: '1.65',
    overflow: 'auto',
    wordSpacing: '0',
  },
  '.cm-content': { padding: '6px 0 24px', caretColor: 'var(--copper)' },
  '.cm-line': { padding: '0 16px 0 10px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', border: 'none', color: 'var(--ink-faint)', paddingLeft: '8px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '28px', padding: '0 8px 0 0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--sunken) 70%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-content ::selection, .cm-content::selection': {
    backgroundColor: 'color-mix(in oklab, var(--copper) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--copper-wash)', outline: '1px solid var(--copper)' },
  '.cm-calls': { minWidth: '38px' },
  '.cm-chip': {
    padding: '0 5px',
    borderRadius: '99px',
    backgroundColor: 'var(--sunken)',
    fontFamily: 'var(--mono)',
    fontSize: 'var(--text-xs)',
    cursor: 'pointer',
    color: 'var(--ink-soft)',
  },
  '.cm-chip[data-state=good]': { color: 'var(--good)' },
  '.cm-chip[data-state=bad]': { color: 'var(--bad)', backgroundColor: 'var(--bad-wash)' },
  '.cm-marked-line': { backgroundColor: 'var(--copper-wash)' },
  '.cm-problem': {
    textDecoration: 'underline wavy var(--bad) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-hint': {
    textDecoration: 'underline wavy var(--warn) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-problem-line': { backgroundColor: 'var(--bad-wash)' },
  ...tooltips,
  ...found,
  ...media,
});
