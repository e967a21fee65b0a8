const BRAND = Symbol.for('@moonwire/account-registry/error');

/** What went wrong, for programs. The message says the same to people, with the fix. */
export type AccountErrorCode =
  | 'invalid_name'
  | 'unknown_service'
  | 'unknown_account'
  | 'account_exists'
  | 'no_default'
  | 'unknown_field'
  | 'invalid_field'
  | 'missing_field'
  | 'read_only'
  | 'no_check'
  | 'no_scope'
  | 'store_failed'
  | 'insecure_permissions'
  | 'corrupt_file'
  | 'unsupported_version'
  | 'locked'
  | 'disk_full'
  | 'not_writable'
  | 'keyring_unavailable'
  | 'keyring_timeout'
  | 'wrong_key'
  | 'tampered';

/** What an error is about. Never a credential. */
export interface AccountErrorDetails {
  /** The service that was asked for. */
  readonly service?: string;
  /** The account that was asked for. */
  readonly account?: string;
  /** The field that was wrong. */
  readonly field?: string;
  /** The store that failed or refused. */
  readonly store?: string;
  /** The file that was refused, or that was set aside. */
  readonly path?: string;
  /** What to give instead: a valid name. */
  readonly suggestion?: string;
  /** The accounts there are to choose from. */
  readonly candidates?: readonly string[];
  /** The system's code of the failure below, such as `EACCES`. */
  readonly systemCode?: string;
}

/** Every failure of this package: what was asked, what was found, and how to fix it. It never carries a credential. */
export class AccountError extends Error implements AccountErrorDetails {
  /** What went wrong, for programs. */
  readonly code: AccountErrorCode;
  declare readonly service?: string;
  declare readonly account?: string;
  declare readonly field?: string;
  declare readonly store?: string;
  declare readonly path?: string;
  declare readonly suggestion?: string;
  declare readonly candidates?: readonly string[];
  declare readonly systemCode?: string;

  /**
   * @param message What was asked, what was found, and the fix. The service it is about is put in front.
   * @param details What it is about, as data; only what is given becomes a property.
   */
  constructor(code: AccountErrorCode, message: string, details: AccountErrorDetails = {}) {
    super(details.service === undefined ? message : `${details.service}: ${message}`);
    this.code = code;
    Object.assign(this, details);
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(this, 'message', { enumerable: true });
  }

  override get name(): 'AccountError' {
    return 'AccountError';
  }

  get [BRAND](): true {
    return true;
  }
}

/**
 * Whether a caught value is an error of this package. Works across copies of the package, where `instanceof` would not.
 * @example
 * try { await registry.get('segment'); } catch (error) { if (isAccountError(error)) console.error(error.code); }
 */
export function isAccountError(value: unknown): value is AccountError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
