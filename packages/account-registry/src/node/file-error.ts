import { accountError, type AccountErrorCode, isAccountError } from '../account-error.js';

const codes: Readonly<Record<string, AccountErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'not_writable',
  EACCES: 'not_writable',
  EPERM: 'not_writable',
};

const fixes: Partial<Record<AccountErrorCode, string>> = {
  disk_full: 'the disk is full; nothing was changed; make room and try again',
  not_writable: 'the folder cannot be written; nothing was changed; check its owner and permissions',
};

/** Says what a failure of the file system means for the accounts. What an edit threw passes unchanged. */
export function fileError(failure: unknown, path: string): unknown {
  const { code: systemCode } = Object(failure) as NodeJS.ErrnoException;
  if (isAccountError(failure) || systemCode === undefined) return failure;
  const code = codes[systemCode] ?? 'store_failed';
  const message = `${path}: ${fixes[code] ?? 'reading or writing failed'} (${systemCode})`;
  return accountError(code, message, { store: 'file', path, systemCode });
}
