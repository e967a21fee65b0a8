/** A part of a library, and what stands for it here. */
export type Replacement = readonly [part: RegExp, standIn: string];

/**
 * Replaces parts of a library's code.
 * @param file Who knows them, for whoever updates the library.
 * @throws if one is not there
 */
export const replaceParts = (
  code: string,
  replacements: readonly Replacement[],
  library: string,
  file: string,
): string =>
  replacements.reduce((text, [part, standIn]) => {
    if (text.search(part) < 0)
      throw new Error(`${library} has another form than build/${file} knows: no ${String(part)}`);
    return text.replace(part, standIn);
  }, code);
