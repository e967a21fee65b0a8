const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization']);

/** A copy of headers that is safe to show. */
export const redactedHeaders = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), SECRET_HEADERS.has(name.toLowerCase()) ? '[redacted]' : String(value)]),
  );

/** Replaces every occurrence of the secrets in a text that came from elsewhere. */
export const redactedText = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((safe, secret) => (secret.length > 3 ? safe.replaceAll(secret, '[redacted]') : safe), text);
