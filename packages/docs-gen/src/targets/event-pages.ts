import { writeEventList, writeEventPage } from '../markdown/event.js';
import { EVENT_LIST, eventsOf } from '../reference/event-doc.js';
import { nameFiles } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';
import type { RenderedFile } from './target.js';

/** A Markdown page for every event and one that lists them; none where a reference has no events. */
export const renderEventPages = (reference: Reference): RenderedFile[] => {
  const events = eventsOf(reference);
  const stem = nameFiles(reference);
  return events.length === 0
    ? []
    : [
        { path: `${stem}/groups/${EVENT_LIST}.md`, text: writeEventList(events) },
        ...events.map((event) => ({
          path: `${stem}/events/${event.page}.md`,
          text: writeEventPage(reference, event),
        })),
      ];
};
