/** Names a source without giving its write key away: 16 hexadecimal digits of the key's SHA-256. */
export const nameSource = async (writeKey: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(writeKey));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
