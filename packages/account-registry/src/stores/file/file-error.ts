import { AccountError, type AccountErrorCode, isAccountError } from '../../accounts/account-error.js';
import { Malformed } from './malformed.js';

const CODES: Readonly<Record<string, AccountErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'not_writable',
  EACCES: 'not_writable',
  EPERM: 'not_writable',
};

/** What the codes of the system look like; errors of others have codes, too. */
const SYSTEM_CODE = /^E[A-Z0-9]+$/;

const FIXES: Partial<Record<AccountErrorCode, string>> = {
  disk_full: 'the disk is full; nothing was changed; make room and try again',
  not_writable: 'the folder cannot be written; nothing was changed; check its owner and permissions',
};

/** Says what a failure of the file system means for the accounts. What an edit threw passes unchanged. */
export function explainFailure(failure: unknown, path: string): unknown {
  if (failure instanceof Malformed) return createCorruptError(path, failure.message);
  const { code: systemCode } = Object(failure) as NodeJS.ErrnoException;
  if (isAccountError(failure) || systemCode === undefined || !SYSTEM_CODE.test(systemCode)) return failure;
  const code = CODES[systemCode] ?? 'store_failed';
  const message = `${path}: ${FIXES[code] ?? 'reading or writing failed'} (${systemCode})`;
  return new AccountError(code, message, { store: 'file', path, systemCode });
}

function createCorruptError(path: string, reason: string): AccountError {
  const message = `${path}: ${reason}; nothing was changed. Mend it there, or move it away to start anew: mv '${path}' '${path}.old'`;
  return new AccountError('corrupt_file', message, { store: 'file', path });
}
