/** Reads base64 of UTF-8, also of the alphabet for URLs and without its padding; `undefined` if it is none. */
export const readBase64 = (text: string): string | undefined => {
  // A `+` in a query that nobody escaped has become a blank.
  const standard = text.replace(/[ -]/g, '+').replaceAll('_', '/');
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(standard), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
};
