import { guidesOf, guideText } from '../guides/guide-pages.js';
import type { Reference } from '../reference.js';
import { fileStem, type RenderedFile } from '../target.js';

/** The guide pages as Markdown, in a folder of their own. */
export const renderGuides = (reference: Reference): RenderedFile[] =>
  guidesOf(reference).map((guide) => ({
    path: `${fileStem(reference)}/guides/${guide.name}.md`,
    text: guideText(guide),
  }));
