/** A name as an identifier for anchors and classes: different names stay different. */
export const safeId = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]/gu, (character) => `-${(character.codePointAt(0) ?? 0).toString(16)}-`);
