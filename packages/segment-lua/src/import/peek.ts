/** The beginning of something that comes in pieces, and all of it. */
export interface Peeked<T> {
  readonly head: readonly T[];
  /** All pieces, once. Raises what the source raised, also if that was while its head was read. */
  readonly all: AsyncGenerator<T>;
}

/** Reads pieces until they are `enough` in length, or there are no more. */
export const peek = async <T extends { readonly length: number }>(
  pieces: AsyncGenerator<T>,
  enough: number,
): Promise<Peeked<T>> => {
  const head: T[] = [];
  const readHead = async (): Promise<void> => {
    for (let length = 0; length < enough;) {
      const next = await pieces.next();
      if (next.done === true) break;
      head.push(next.value);
      length += next.value.length;
    }
  };
  const outcome = await readHead().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const readAll = async function* (): AsyncGenerator<T> {
    yield* head;
    head.length = 0;
    if (outcome) throw outcome.error;
    yield* pieces;
  };
  return { head: [...head], all: readAll() };
};
