import type { ReceivedEvent } from '../events/received-event.js';

/** Events as they were on the wire, one JSON text a line. */
export const writeNdjson = (events: readonly ReceivedEvent[]): string =>
  events.map(({ body }) => `${JSON.stringify(body)}\n`).join('');

/** The fields of an event by their paths: `properties.items[0].price` stands in a column of that name. */
const flatten = (value: unknown, path: string, into: Map<string, string>): void => {
  if (typeof value !== 'object' || value === null) {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${name}]` : `${path === '' ? '' : '.'}${name}`;
    flatten(inner, path + step, into);
  }
};

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Events as a table, by RFC 4180: the account first, then a column for each field that any of them has. */
export const writeCsv = (events: readonly ReceivedEvent[]): string => {
  const rows = events.map(({ body, exchange }) => {
    const row = new Map([['account', exchange.account ?? '']]);
    flatten(body, '', row);
    return row;
  });
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]
    .map((cells) => `${cells.map(quote).join(',')}\r\n`)
    .join('');
};
