import { functionsOf } from '../function-doc.js';
import { guidesOf, guideText } from '../guides/guide-pages.js';
import { codeSpan, inlineText, link } from '../markdown/text.js';
import type { Guide, Reference } from '../reference.js';
import { fileStem } from '../target.js';
import { estimateTokens } from '../tokens.js';
import { renderFullReference } from './full-markdown.js';
import { renderFunctionPage } from './function-pages.js';
import { renderReference } from './markdown.js';

/**
 * The index a language model starts from, with what each page would cost it to read.
 * @see https://llmstxt.org
 */
export const renderLlms = (reference: Reference): string => {
  const stem = fileStem(reference);
  const guides = guidesOf(reference);
  const full = renderFullReference(reference);
  return `${[
    `# ${inlineText(reference.title)}`,
    `> ${inlineText(reference.summary ?? `Functions of ${reference.namespace} for Lua scripts.`)}`,
    `Functions are fields of ${codeSpan(reference.namespace)} and take one table each.`,
    '## Reference',
    [
      entry('Reference', `${stem}.md`, 'the functions a script needs most', renderReference(reference)),
      entry('Full reference', `${stem}-full.md`, 'every function, option, result and error', full),
    ].join('\n'),
    '## Functions',
    functionsOf(reference)
      .map((doc) => entry(doc.name, `${stem}/${doc.name}.md`, doc.summary, renderFunctionPage(reference, doc)))
      .join('\n'),
    '## Guides',
    guides
      .map((guide) => entry(guide.title, `${stem}/guides/${guide.name}.md`, guide.summary, guideText(guide)))
      .join('\n'),
    '## Optional',
    entry('Everything', 'llms-full.txt', 'the full reference and all guides in one file', everything(full, guides)),
  ].join('\n\n')}\n`;
};

/** The full reference and all guides in one text that opens with what it costs to read. */
export const renderLlmsFull = (reference: Reference): string =>
  everything(renderFullReference(reference), guidesOf(reference));

// The full reference holds the examples and the accounts already.
const everything = (full: string, guides: readonly Guide[]): string => {
  const others = guides.filter(({ name }) => name !== 'examples' && name !== 'accounts');
  const body = [full, ...others.map(guideText)].join('\n---\n\n');
  return `> About ${count(estimateTokens(body))} tokens.\n\n${body}`;
};

const entry = (title: string, path: string, summary: string, text: string): string =>
  `- ${link(title, path)}: ${inlineText(summary)} (~${count(estimateTokens(text))} tokens)`;

const count = (tokens: number): string => String(tokens).replace(/\B(?=(\d{3})+$)/g, ',');
