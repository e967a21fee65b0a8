/** Replaces secrets in a text that came from elsewhere; a server may repeat what it was shown. */
export type Redact = (text: string, secret?: string) => string;

/** @param secrets What must not appear. Up to three characters are no secret but part of every other word. */
export const createRedact =
  (secrets: readonly (string | undefined)[]): Redact =>
  (text, secret) =>
    [...secrets, secret].reduce<string>(
      (safe, word = '') => (word.length > 3 ? safe.replaceAll(word, '[redacted]') : safe),
      text,
    );
