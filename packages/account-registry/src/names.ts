import { accountError } from './account-error.js';

/** The account that has no name of its own, and the word for whichever account is the default. */
export const DEFAULT_ACCOUNT = 'default';

const shape = /^[a-z][a-z0-9_]{0,31}$/;
const longest = 32;

const luaKeywords =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while';
const scriptKeywords =
  'arguments async await case catch class const continue debugger delete enum eval export extends finally implements import instanceof interface let new null package private protected public static super switch this throw try typeof undefined var void with yield';
const keywords = new Set(`${luaKeywords} ${scriptKeywords}`.split(' '));

/** Why a name cannot be an account's, or undefined when it can. */
export function nameFault(name: string, reserve: readonly string[] = []): string | undefined {
  if (name === DEFAULT_ACCOUNT) return `'default' stands for whichever account is the default`;
  if (!shape.test(name)) return 'a name is a lower-case letter, then at most 31 lower-case letters, digits or underscores';
  if (keywords.has(name)) return 'it is a keyword of Lua or JavaScript';
  if (name in Object.prototype) return 'every object has a property of that name';
  if (reserve.includes(name)) return 'the service has a function of that name';
  return undefined;
}

/** A valid name as close as can be to the one given. */
export function suggestName(name: string, reserve: readonly string[] = []): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  const start = /^[a-z]/.test(plain) ? plain : `account_${plain}`;
  const candidates = [start, `${start.slice(0, longest - 8)}_account`, ...Array.from({ length: reserve.length + 1 }, (_, i) => `account_${i + 1}`)];
  return candidates.map((candidate) => candidate.slice(0, longest).replace(/_+$/, '')).find((candidate) => nameFault(candidate, reserve) === undefined) ?? 'account';
}

/**
 * Refuses a name no account may have.
 * @throws AccountError `invalid_name`, naming the rule and offering a valid variant.
 */
export function checkName(service: string, name: unknown, reserve: readonly string[] = []): asserts name is string {
  const given = typeof name === 'string' ? name : String(name);
  const fault = typeof name === 'string' ? nameFault(name, reserve) : `a name is a string, and this is of type ${typeof name}`;
  if (fault === undefined) return;
  const suggestion = suggestName(given, reserve);
  throw accountError('invalid_name', `${service}: '${given.slice(0, 64)}' cannot name an account: ${fault}. Try: ${suggestion}`, {
    service,
    suggestion,
  });
}
