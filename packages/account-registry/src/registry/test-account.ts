import { AccountError } from '../accounts/account-error.js';
import { isSecret } from '../accounts/secret.js';
import type { Account, CheckOptions, Service } from '../accounts/service.js';

/** What a service said about an account. */
export interface TestResult {
  readonly name: string;
  readonly ok: boolean;
  /** What the check found, or why it failed; without any of the account's secrets. */
  readonly message: string;
}

/**
 * Tries an account by the service's own check.
 * @throws AccountError `no_check` when the service has none.
 */
export async function testAccount(service: Service, account: Account, options: CheckOptions): Promise<TestResult> {
  if (service.check === undefined) {
    throw new AccountError('no_check', 'the service has no check; give it one', { service: service.name });
  }
  try {
    const found = await service.check(account, options);
    return { name: account.name, ok: true, message: redact(account, found ?? 'ok') };
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return { name: account.name, ok: false, message: redact(account, message) };
  }
}

/** Takes an account's secrets out of a text that others wrote. */
function redact(account: Account, text: string): string {
  const secrets = [...Object.values(account.fields), ...Object.values(account.previous)].filter(isSecret);
  // The longer ones first, since one may begin with another.
  const values = secrets.map((secret) => secret.reveal()).sort((a, b) => b.length - a.length);
  return values.reduce((shown, value) => shown.replaceAll(value, '[secret]'), text);
}
