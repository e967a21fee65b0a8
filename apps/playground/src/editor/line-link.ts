import { html, type TemplateResult } from 'lit-html';

import { SCRIPT_NAME } from '../protocol/script-name.js';
import { goToLine } from './editor-actions.js';

/** A button that goes to a line of the script. */
export const renderLineLink = (line: number): TemplateResult => {
  const go = (): void => {
    goToLine(line);
  };
  // Without white space around it: it stands in the middle of sentences, some of which keep their line breaks.
  return html`<button type="button" class="link mono" @click=${go}>${SCRIPT_NAME}:${line}</button>`;
};

const POSITION = new RegExp(`${SCRIPT_NAME.replace('.', '\\.')}:(\\d+)`, 'g');

/** Text in which every position of the script (`script.lua:3`) goes to its line. */
export const linkLines = (text: string): (string | TemplateResult)[] => {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(POSITION)) {
    parts.push(text.slice(end, match.index), renderLineLink(Number(match[1])));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
};
