import { type FunctionDoc, functionsOf } from '../function-doc.js';
import { fullFunction } from '../markdown/sections.js';
import { inlineText } from '../markdown/text.js';
import type { Reference } from '../reference.js';
import { fileStem, type RenderedFile } from '../target.js';

/** One Markdown page about one function. */
export const renderFunctionPage = (reference: Reference, doc: FunctionDoc): string =>
  `${[`# ${inlineText(doc.name)}`, ...fullFunction(reference, doc, '##')].join('\n\n')}\n`;

/** A Markdown page for every function, in a folder named after the namespace. */
export const renderFunctionPages = (reference: Reference): RenderedFile[] =>
  functionsOf(reference).map((doc) => ({
    path: `${fileStem(reference)}/${doc.name}.md`,
    text: renderFunctionPage(reference, doc),
  }));
