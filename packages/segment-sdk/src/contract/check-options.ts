import { described, type Problem } from '../schema/json-value.js';
import { unknownName } from '../schema/suggest.js';
import { SegmentError } from './errors.js';
import { type Region, REGIONS } from './regions.js';

/** For each option that is a number: the least value and the default. */
export type NumberOptions = Readonly<Record<string, readonly [least: number, standard: number]>>;

const ORIGIN = /^https?:\/\/[^/?#@]+(\/[^?#@]*)?$/i;
const UNBROKEN = 'key without blanks and line ends';

const refuse = (factory: string, { message, ...facts }: Problem): never => {
  throw new SegmentError(`${factory}: ${message}`, { kind: 'validation', code: 'invalid_option', ...facts });
};

/** Checks the options of one factory. @param factory What its messages begin with: `createSegment`. */
export const createOptionCheck = (factory: string, options: object): OptionCheck => {
  const given = options as Readonly<Record<string, unknown>>;
  const expect: OptionCheck['expect'] = (isRight, name, expected, got = described(given[name])) => {
    if (!isRight) refuse(factory, { message: `bad option '${name}' (${expected} expected, got ${got})`, field: name });
  };
  return {
    expect,
    names: (known) => {
      for (const field of Object.keys(given))
        if (!known.includes(field)) refuse(factory, { ...unknownName('option', field, known), field });
    },
    key: (name) => {
      const key = (given[name] ?? '') as string;
      expect(typeof key === 'string', name, 'text');
      const at = key.search(/[\s\p{Cc}]/u);
      expect(at < 0, name, UNBROKEN, `one at character ${at + 1} of ${key.length}`);
    },
    numbers: (table) =>
      Object.fromEntries(
        Object.entries(table).map(([name, [least, standard]]) => {
          const value = given[name] ?? standard;
          const got = typeof value === 'number' ? value : described(value);
          expect(Number.isInteger(value) && (value as number) >= least, name, `integer of at least ${least}`, got);
          return [name, value];
        }),
      ) as never,
    origin: (name, standard) => {
      const url = (given[name] ?? standard) as string;
      expect(ORIGIN.test(url), name, 'origin without credentials like "https://api.segment.io"');
      return url.replace(/\/+$/, '');
    },
    region: () => {
      const region = given.region ?? 'us';
      expect(Object.keys(REGIONS).includes(region as Region), 'region', "'us' or 'eu'");
      return region as Region;
    },
  };
};

/** Reads options, with their defaults. Every method throws `invalid_option`. */
export interface OptionCheck {
  /** Refuses an option unless it is right. @param got Default: what kind of value it is. */
  readonly expect: (isRight: unknown, name: string, expected: string, got?: string | number) => void;
  /** Refuses what is no option. */
  readonly names: (known: readonly string[]) => void;
  /** A key with a blank or a line end is sent as it is, and what comes with it is dropped without a word. */
  readonly key: (name: string) => void;
  readonly numbers: <Table extends NumberOptions>(table: Table) => Record<keyof Table, number>;
  readonly origin: (name: string, standard: string) => string;
  readonly region: () => Region;
}
