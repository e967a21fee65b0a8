/**
 * Adds a credential to a record so that it can be read by name, and is nowhere to be seen when the record is printed,
 * inspected or written as JSON: it stands on the prototype, behind a getter.
 */
export const withCredential = <R extends object, Name extends string>(
  record: R,
  name: Name,
  value: string,
): R & { readonly [K in Name]: string } => {
  const keeper = Object.create(Object.prototype, { [name]: { get: () => value } }) as object;
  return Object.assign(Object.create(keeper) as object, record) as R & { readonly [K in Name]: string };
};
