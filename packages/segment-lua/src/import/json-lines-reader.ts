import { describeDamage, isDamaged } from './damage.js';
import type { ReadRow, RowReader, RowsRead } from './read-row.js';
import { TextLines } from './text-lines.js';

/** Reads NDJSON: each line that is not blank is a row. */
export class JsonLinesReader implements RowReader {
  #line = 1;

  read(text: string, isWhole: boolean): RowsRead {
    const lines = new TextLines(text, isWhole);
    const mayBeDamaged = isDamaged(text);
    const rows: ReadRow[] = [];
    let at = 0;
    for (let end = lines.endOf(0); end !== undefined && at < text.length; end = lines.endOf(at)) {
      // Files that were put together have a byte order mark each.
      const json = text.slice(text[at] === '\uFEFF' ? at + 1 : at, end);
      if (mayBeDamaged && isDamaged(json)) {
        rows.push({ line: this.#line, text: json, fault: `line ${this.#line} ${describeDamage(json)}` });
      } else if (json.trim() !== '') rows.push({ line: this.#line, content: { json } });
      at = lines.after(end);
      this.#line += 1;
    }
    return { rows, rest: at };
  }
}
