const BRAND = Symbol.for('@moonwire/account-registry/secret');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const SHOWN = '[secret]';

/**
 * A credential that shows as `[secret]` wherever it is printed, logged, serialised or thrown.
 * The value leaves it by `reveal()` alone. `structuredClone` and `postMessage` carry an empty object.
 * @example
 * const { fields } = await registry.get('segment');
 * createSegment({ writeKey: fields.writeKey.reveal() });
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  get [BRAND](): true {
    return true;
  }

  /** The credential itself: the one way to read it. */
  reveal(): string {
    return this.#value;
  }

  /** Enough to tell two credentials apart: the last four characters, none of a value shorter than 16. */
  masked(): string {
    return `••••${this.#value.length < 16 ? '' : this.#value.slice(-4)}`;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [INSPECT](): string {
    return SHOWN;
  }
}

/** Whether a value is a `Secret`, of this or another copy of the package. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && BRAND in value;
}
