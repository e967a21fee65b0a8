import { joinBlocks, writeText } from '../markdown/text.js';
import type { Guide, Reference } from '../reference/reference.js';
import { writeAccountsGuide, writeErrorsGuide, writeExamplesGuide } from './derived.js';
import { writeOverview } from './overview.js';

/**
 * The pages beside the functions: an overview, accounts, errors, the reference's own guides, and all examples.
 * A guide of the reference that bears the name of one of these opens that page.
 */
export const listGuides = (reference: Reference): Guide[] => {
  const own = reference.guides ?? [];
  const derived = [writeOverview(reference), ...writeAccountsGuide(reference), ...writeErrorsGuide(reference)];
  const last = writeExamplesGuide(reference);
  const taken = new Set([...derived, last].map(({ name }) => name));
  return [
    ...derived.map((guide) => openWith(guide, own)),
    ...own.filter(({ name }) => !taken.has(name)),
    openWith(last, own),
  ];
};

/** A guide as a Markdown page. */
export const writeGuide = ({ title, text }: Pick<Guide, 'title' | 'text'>): string =>
  joinBlocks(`# ${writeText(title)}`, text.trim());

const openWith = (derived: Guide, own: readonly Guide[]): Guide => {
  const guide = own.find(({ name }) => name === derived.name);
  return guide ? { ...guide, text: `${guide.text}\n\n${derived.text}` } : derived;
};
