import { described, type Problem } from '../schema/json-value.js';
import { unknownName } from '../schema/suggest.js';
import { SegmentError } from './errors.js';
import { type Region, REGIONS } from './regions.js';

/** For each option that is a number: the least value and the default. */
export type NumberOptions = Readonly<Record<string, readonly [least: number, standard: number]>>;

/** Checks the options of one factory. @param factory What its messages begin with: `createSegment`. */
export const createOptionCheck = (factory: string, options: object): OptionCheck => {
  const given = options as Readonly<Record<string, unknown>>;
  const invalid = (problem: Problem): SegmentError => refuse(factory, problem);
  const bad = (name: string, expected: string, got: string): SegmentError =>
    invalid({ message: `bad option '${name}' (${expected} expected, got ${got})`, field: name });
  return {
    names: (known) => {
      const unknown = Object.keys(given).find((name) => !known.includes(name));
      if (unknown !== undefined) throw invalid({ ...unknownName('option', unknown, known), field: unknown });
    },
    key: (name) => {
      const key = given[name];
      if (key === undefined) return;
      if (typeof key !== 'string') throw bad(name, 'text', described(key));
      const at = Array.from(key).findIndex((character) => character.trim() === '' || character < ' ');
      if (at < 0) return;
      throw bad(name, 'key without blanks and line ends', `one at character ${at + 1} of ${key.length}`);
    },
    numbers: (table) =>
      Object.fromEntries(
        Object.entries(table).map(([name, [least, standard]]) => {
          const value = given[name] ?? standard;
          if (Number.isInteger(value) && (value as number) >= least) return [name, value];
          const got = typeof value === 'number' ? String(value) : described(value);
          throw bad(name, `integer of at least ${least}`, got);
        }),
      ) as never,
    origin: (name, standard) => {
      const url = (given[name] ?? standard) as string;
      if (/^https?:\/\/[^/?#@]+(\/[^?#@]*)?$/i.test(url)) return url.replace(/\/+$/, '');
      throw bad(name, 'origin without credentials like "https://api.segment.io"', 'another text');
    },
    region: () => {
      const region = given.region ?? 'us';
      if (typeof region === 'string' && Object.hasOwn(REGIONS, region)) return region as Region;
      throw bad('region', "'us' or 'eu'", described(region));
    },
  };
};

const refuse = (factory: string, { message, ...facts }: Problem): SegmentError =>
  new SegmentError(`${factory}: ${message}`, { kind: 'validation', code: 'invalid_option', ...facts });

/** Reads options, with their defaults. Every method throws `invalid_option`. */
export interface OptionCheck {
  /** Refuses what is no option. */
  readonly names: (known: readonly string[]) => void;
  /** A key with a blank or a line end is sent as it is, and what comes with it is dropped without a word. */
  readonly key: (name: string) => void;
  readonly numbers: <Table extends NumberOptions>(table: Table) => Record<keyof Table, number>;
  readonly origin: (name: string, standard: string) => string;
  readonly region: () => Region;
}
