const HIDDEN = '••••••••';

/** Request headers with the credential replaced: `Authorization: Basic ••••••••`. */
export const redactHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) =>
      name.toLowerCase() === 'authorization' ? [name, `${value.split(' ')[0] ?? ''} ${HIDDEN}`] : [name, value],
    ),
  );
