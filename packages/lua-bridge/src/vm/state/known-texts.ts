import type { Prototype } from '../values/function.js';

/** A text as it was compiled. */
export interface KnownText {
  readonly code: Prototype;
  /** Bytes of the text. */
  readonly bytes: number;
  /** Instructions that compiling it was charged as: they are whenever it is used. */
  readonly work: number;
}

/* Characters of all texts that are kept; their code takes some thirty bytes for each. */
const MOST = 100_000;

/** What the texts of a sandbox were compiled to, for when one is compiled again. Those used last are kept. */
export class KnownTexts {
  readonly #known = new Map<string, KnownText>();
  #size = 0;

  /** What a text of a name was compiled to. */
  take(text: string, name: string): KnownText | undefined {
    const key = keyOf(text, name);
    const known = this.#known.get(key);
    if (known === undefined) return undefined;
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  /** Keeps it, unless it is too long. */
  keep(text: string, name: string, known: KnownText): void {
    const key = keyOf(text, name);
    if (key.length > MOST) return;
    this.#known.set(key, known);
    this.#size += key.length;
    for (const oldest of this.#known.keys()) {
      if (this.#size <= MOST) break;
      this.#known.delete(oldest);
      this.#size -= oldest.length;
    }
  }

  /** Forgets all. */
  clear(): void {
    this.#known.clear();
    this.#size = 0;
  }
}

const keyOf = (text: string, name: string): string => `${name.length}:${name}${text}`;
