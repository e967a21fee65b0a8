import { listGuides, writeGuide } from '../guides/guide-pages.js';
import { writeFunction } from '../markdown/sections.js';
import { writeText } from '../markdown/text.js';
import { type FunctionDoc, functionsOf } from '../reference/function-doc.js';
import { nameFiles } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';
import type { RenderedFile } from './target.js';

/** One Markdown page about one function. */
export const renderFunctionPage = (reference: Reference, doc: FunctionDoc): string =>
  `${[`# ${writeText(doc.name)}`, ...writeFunction(reference, doc, '##')].join('\n\n')}\n`;

/** A Markdown page for every function, in a folder named after the namespace. */
export const renderFunctionPages = (reference: Reference): RenderedFile[] =>
  functionsOf(reference).map((doc) => ({
    path: `${nameFiles(reference)}/${doc.name}.md`,
    text: renderFunctionPage(reference, doc),
  }));

/** The guide pages as Markdown, in a folder of their own. */
export const renderGuides = (reference: Reference): RenderedFile[] =>
  listGuides(reference).map((guide) => ({
    path: `${nameFiles(reference)}/guides/${guide.name}.md`,
    text: writeGuide(guide),
  }));
