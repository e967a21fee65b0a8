import { renderLuaExample } from '../lua/example.js';
import { writeLuaString } from '../lua/literal.js';
import type { EventDoc } from '../reference/event-doc.js';
import type { Reference } from '../reference/reference.js';
import { writeNestedParameters } from './table.js';
import { joinBlocks, writeCodeBlock, writeCodeSpan, writeText } from './text.js';

/** More events than this are found by searching. */
const MOST_LISTED = 300;

/** One event on a page: what it means, what it holds, and a call that sends it. */
export const writeEventPage = (reference: Reference, event: EventDoc): string =>
  joinBlocks(
    `# ${writeText(event.name)}`,
    writeText(event.summary),
    writeCall(reference, event),
    event.notes.map((note) => `- ${writeText(note)}`).join('\n'),
    `## ${writeText(event.part)}`,
    event.fields.length === 0 ? 'Any.' : writeNestedParameters(event.fields),
    '## Example',
    writeCodeBlock('lua', renderLuaExample(reference, { name: event.operation }, event.example)),
  );

const writeCall = ({ namespace }: Reference, { operation, fixed }: EventDoc): string => {
  const given = Object.entries(fixed).map(([name, value]) => `${name} = ${writeLuaString(value)}`);
  return writeCodeSpan(`${namespace}.${operation}({ ${[...given, '…'].join(', ')} })`);
};

/** All events, a line each. */
export const writeEventList = (events: readonly EventDoc[]): string => {
  const listed = events.slice(0, MOST_LISTED);
  const more = events.length - listed.length;
  return joinBlocks(
    '# Planned events',
    'What may be sent, as the tracking plan has it. Each event has a page: read it by its name.',
    listed.map(({ name, summary }) => `- ${writeText(name)}: ${writeText(summary)}`).join('\n'),
    more > 0 ? `And ${more} more: search for them.` : '',
  );
};
