/**
 * Makes records of one kind, whose credential can be read by name and is nowhere to be seen when a record is copied,
 * printed, inspected or written as JSON: it is private, behind a getter that all records of the kind share.
 */
export const defineKeeper = <Name extends string>(name: Name) => {
  class Keeper {
    readonly #value: string;

    constructor(value: string) {
      this.#value = value;
    }

    static {
      Object.defineProperties(this.prototype, {
        [name]: {
          get(this: Keeper) {
            return this.#value;
          },
        },
        constructor: { value: Object },
      });
    }
  }
  return <R extends object>(record: R, value: string): R & { readonly [K in Name]: string } =>
    Object.assign(new Keeper(value), record) as unknown as R & { readonly [K in Name]: string };
};
