import { AccountError } from '../accounts/account-error.js';
import { Secret } from '../accounts/secret.js';
import { type Account, createInvalidFieldError, isValid, type Service } from '../accounts/service.js';
import { locateValue, type PreviousValue, type ValuePlace } from '../accounts/store.js';
import { environmentVariable } from '../stores/environment-store.js';
import { type Layer, mergeFields, trimValue } from './layers.js';

/**
 * Refuses an account that lacks a required field.
 * @throws AccountError `missing_field`, naming the variable that could supply it.
 */
export function checkComplete(service: Service, account: string, has: (field: string) => boolean): void {
  for (const [field, definition] of Object.entries(service.fields)) {
    if (definition.required !== true || has(field)) continue;
    const variable = environmentVariable(service.name, field, definition, account);
    const message = `account '${account}' has no '${field}'; give it to the account or set ${variable}`;
    throw new AccountError('missing_field', message, { service: service.name, account, field });
  }
}

/** Reads an account, secrets and all, merged over the layers. `now` is in milliseconds since 1970. */
export async function openAccount(
  service: Service,
  layers: readonly Layer[],
  account: string,
  now: number,
): Promise<Account> {
  const values = mergeFields(layers, account);
  checkComplete(service, account, (field) => values.has(field));
  const fields: Record<string, string | Secret> = {};
  const previous: Record<string, Secret> = {};
  for (const [field, definition] of Object.entries(service.fields)) {
    const found = values.get(field);
    if (found === undefined) continue;
    const { store, content } = found.layer;
    const open = async (kept: string, age: ValuePlace['age']): Promise<string> =>
      trimValue((await content.open?.(kept, { account, field, age })) ?? kept);
    const plain = await open(found.value, 'current');
    if (!isValid(plain, definition))
      throw createInvalidFieldError(
        service.name,
        field,
        definition,
        plain,
        ` in ${locateValue(store, service, account, field)}`,
      );
    fields[field] = definition.kind === 'secret' ? new Secret(plain) : plain;
    if (isUsable(found.previous, now)) previous[field] = new Secret(await open(found.previous.value, 'previous'));
  }
  return { service: service.name, name: account, fields, previous };
}

function isUsable(previous: PreviousValue | undefined, now: number): previous is PreviousValue {
  return previous !== undefined && Date.parse(previous.until) > now;
}
