import { inlineText, page } from '../markdown/text.js';
import type { Guide, Reference } from '../reference.js';
import { accountsGuide } from './accounts.js';
import { errorsGuide } from './errors.js';
import { examplesGuide } from './examples.js';
import { overviewGuide } from './overview.js';

/**
 * The pages beside the functions: an overview, accounts, errors, the reference's own guides, and all examples.
 * A guide of the reference that bears the name of one of these opens that page.
 */
export const guidesOf = (reference: Reference): Guide[] => {
  const own = reference.guides ?? [];
  const derived = [overviewGuide(reference), ...accountsGuide(reference), ...errorsGuide(reference)];
  const last = examplesGuide(reference);
  const taken = new Set([...derived, last].map(({ name }) => name));
  return [
    ...derived.map((guide) => opened(guide, own)),
    ...own.filter(({ name }) => !taken.has(name)),
    opened(last, own),
  ];
};

/** A guide as a Markdown page. */
export const guideText = ({ title, text }: Pick<Guide, 'title' | 'text'>): string =>
  page(`# ${inlineText(title)}`, text.trim());

const opened = (derived: Guide, own: readonly Guide[]): Guide => {
  const guide = own.find(({ name }) => name === derived.name);
  return guide ? { ...guide, text: `${guide.text}\n\n${derived.text}` } : derived;
};
