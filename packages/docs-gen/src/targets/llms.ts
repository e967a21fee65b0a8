import { listGuides, writeGuide } from '../guides/guide-pages.js';
import { writeEventPage } from '../markdown/event.js';
import { writeGroupPage } from '../markdown/group.js';
import { writeCodeSpan, writeLink, writeText } from '../markdown/text.js';
import { type EventDoc, eventsOf } from '../reference/event-doc.js';
import { functionsOf } from '../reference/function-doc.js';
import { type GroupDoc, groupsOf } from '../reference/group-doc.js';
import { nameFiles } from '../reference/names.js';
import type { Guide, Reference } from '../reference/reference.js';
import { estimateTokens } from '../reference/text.js';
import { renderFullReference } from './full-markdown.js';
import { renderReference } from './markdown.js';
import { renderFunctionPage } from './markdown-pages.js';

/**
 * The index a language model starts from, with what each page would cost it to read.
 * @see https://llmstxt.org
 */
export const renderLlms = (reference: Reference): string => {
  const stem = nameFiles(reference);
  const guides = listGuides(reference);
  const full = renderFullReference(reference);
  return `${[
    `# ${writeText(reference.title)}`,
    `> ${writeText(reference.summary ?? `Functions of ${reference.namespace} for Lua scripts.`)}`,
    `Functions are fields of ${writeCodeSpan(reference.namespace)} and take one table each.`,
    '## Reference',
    [
      writeEntry('Reference', `${stem}.md`, 'the functions a script needs most', renderReference(reference)),
      writeEntry('Full reference', `${stem}-full.md`, 'every function, option, result and error', full),
    ].join('\n'),
    '## Functions',
    functionsOf(reference)
      .map((doc) => writeEntry(doc.name, `${stem}/${doc.name}.md`, doc.summary, renderFunctionPage(reference, doc)))
      .join('\n'),
    ...listGroups(reference),
    ...listEvents(reference),
    '## Guides',
    guides
      .map((guide) => writeEntry(guide.title, `${stem}/guides/${guide.name}.md`, guide.summary, writeGuide(guide)))
      .join('\n'),
    '## Optional',
    writeEntry(
      'Everything',
      'llms-full.txt',
      'the full reference and all guides in one file',
      writeEverything(full, guides),
    ),
  ].join('\n\n')}\n`;
};

// What a model reads of a group first is its overview; the page has all of its functions in full.
const listGroups = (reference: Reference): string[] => {
  const groups = groupsOf(reference);
  const write = (group: GroupDoc) =>
    writeEntry(
      group.title,
      `${nameFiles(reference)}/groups/${group.name}.md`,
      `${countFunctions(group)}. ${group.summary}`,
      writeGroupPage(reference, group),
    );
  return groups.length === 0 ? [] : ['## Groups of functions', groups.map(write).join('\n')];
};

const listEvents = (reference: Reference): string[] => {
  const events = eventsOf(reference);
  const write = (event: EventDoc) =>
    writeEntry(
      event.name,
      `${nameFiles(reference)}/events/${event.page}.md`,
      event.summary,
      writeEventPage(reference, event),
    );
  return events.length === 0 ? [] : ['## Events', events.map(write).join('\n')];
};

const countFunctions = ({ functions: { length } }: GroupDoc): string =>
  length === 1 ? '1 function' : `${length} functions`;

/** The full reference and all guides in one text that opens with what it costs to read. */
export const renderLlmsFull = (reference: Reference): string =>
  writeEverything(renderFullReference(reference), listGuides(reference));

// The full reference holds the examples and the accounts already.
const writeEverything = (full: string, guides: readonly Guide[]): string => {
  const others = guides.filter(({ name }) => name !== 'examples' && name !== 'accounts');
  const body = [full, ...others.map(writeGuide)].join('\n---\n\n');
  return `> About ${formatCount(estimateTokens(body))} tokens.\n\n${body}`;
};

const writeEntry = (title: string, path: string, summary: string, text: string): string =>
  `- ${writeLink(title, path)}: ${writeText(summary)} (~${formatCount(estimateTokens(text))} tokens)`;

const formatCount = (tokens: number): string => String(tokens).replace(/\B(?=(\d{3})+$)/g, ',');
