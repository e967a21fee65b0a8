/** How often lines of one chunk were reached. */
export interface ChunkLines {
  /** Name of the chunk, as messages show it. */
  readonly chunk: string;
  /** How often each line was reached that has code, by its number from 1; 0 if it never was. */
  readonly hits: Readonly<Record<number, number>>;
}

/** Counts how often one line was reached. */
export interface LineCounter {
  hits: number;
}

/** What a line takes, in bytes. */
export const LINE_BYTES = 200;
const CHUNK_BYTES = 500;

/** Counts how often lines are reached: those that are known to have code, in what goes on now. */
export class LineHits {
  readonly #counters = new Map<string, Map<number, LineCounter>>();

  /** @param known Lines that have code, by chunk. All activities of a state share them. */
  constructor(private readonly known = new Map<string, Set<number>>()) {}

  /** Bytes of what is known. */
  get bytes(): number {
    let bytes = 0;
    for (const [chunk, lines] of this.known) bytes += chunk.length + CHUNK_BYTES + lines.size * LINE_BYTES;
    return bytes;
  }

  /** Counters of nothing yet, for the same lines. */
  renew(): LineHits {
    return new LineHits(this.known);
  }

  /** Notes that a line has code. Returns whether that is new. */
  know(chunk: string, line: number): boolean {
    let lines = this.known.get(chunk);
    if (lines === undefined) this.known.set(chunk, (lines = new Set<number>()));
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  }

  /** The counter of a line. */
  counterOf(chunk: string, line: number): LineCounter {
    let lines = this.#counters.get(chunk);
    if (lines === undefined) this.#counters.set(chunk, (lines = new Map<number, LineCounter>()));
    let counter = lines.get(line);
    if (counter === undefined) lines.set(line, (counter = { hits: 0 }));
    return counter;
  }

  /** What was counted, in the order in which the chunks came up, by line. */
  list(): ChunkLines[] {
    return [...this.known].map(([chunk, lines]) => {
      const counters = this.#counters.get(chunk);
      const sorted = [...lines].sort((a, b) => a - b);
      return { chunk, hits: Object.fromEntries(sorted.map((line) => [line, counters?.get(line)?.hits ?? 0])) };
    });
  }
}
