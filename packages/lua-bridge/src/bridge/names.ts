import { checkScalar } from './scalar.js';

/** Names of functions, and of namespaces with names below them. */
export type Names = ReadonlyMap<string, Names | true>;

/** Names of functions (`true`), in namespaces. */
export interface GivenNames {
  readonly [name: string]: true | GivenNames;
}

/* A namespace: names of functions, and of others with their places in the list, where those below stand before. */
type Written = (string | [name: string, place: number])[];

/**
 * Names as a text, each namespace once, wherever it is.
 * @throws TypeError for what is no name of a function and no namespace.
 */
export const writeNames = (given: GivenNames): string => {
  const all: Written[] = [];
  const places = new Map<GivenNames, number>();
  const place = (names: GivenNames, path: string): number => {
    if (Object(names) !== names)
      throw new TypeError(`namespaceOf: ${path} must be true or an object, got ${typeof names}`);
    let own = places.get(names);
    if (own === undefined) {
      const written = Object.entries(names).map(([name, below]): Written[0] => {
        checkScalar(name);
        return below === true ? name : [name, place(below, `${path}.${name}`)];
      });
      own = all.push(written) - 1;
      places.set(names, own);
    }
    return own;
  };
  place(given, 'names');
  return JSON.stringify(all);
};

/** The names of a text that `writeNames` made. */
export const readNames = (text: string): Names => {
  const all: Names[] = [];
  for (const written of JSON.parse(text) as Written[])
    all.push(
      new Map<string, Names | true>(
        written.map((one) => (typeof one === 'string' ? [one, true] : [one[0], all[one[1]] as Names])),
      ),
    );
  return all.at(-1) as Names;
};
