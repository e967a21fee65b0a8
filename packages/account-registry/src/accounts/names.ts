import { AccountError } from './account-error.js';

/** The account that has no name of its own, and the word for whichever account is the default. */
export const DEFAULT_ACCOUNT = 'default';

const NAME_SHAPE = /^[a-z][a-z0-9_]{0,31}$/;
const LONGEST_NAME = 32;

const LUA_KEYWORDS =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while';

const SCRIPT_KEYWORDS =
  'arguments await case catch class const continue debugger delete enum eval export extends finally implements import instanceof interface let new null package private protected public static super switch this throw try typeof undefined var void with yield';

const KEYWORDS = new Set(`${LUA_KEYWORDS} ${SCRIPT_KEYWORDS}`.split(' '));

/** Why a name cannot be an account's, or undefined when it can. */
export function findNameFault(name: unknown, reserve: readonly string[] = []): string | undefined {
  if (name === DEFAULT_ACCOUNT) return 'it stands for whichever account is the default';
  if (typeof name !== 'string' || !NAME_SHAPE.test(name))
    return 'a name is a lower-case letter and at most 31 lower-case letters, digits or underscores';
  // `constructor` and the like would be found in every object that has accounts for its keys.
  if (KEYWORDS.has(name) || name in Object.prototype) return 'it is a word of Lua or JavaScript';
  return reserve.includes(name) ? 'the service has a function of that name' : undefined;
}

/**
 * The error of a name no account may have, naming the rule and offering a valid variant; undefined when the name is
 * fine.
 * @param fix What to do with the variant.
 */
export function findNameError(
  service: string,
  name: unknown,
  reserve?: readonly string[],
  fix = (suggestion: string) => `Try: ${suggestion}`,
): AccountError | undefined {
  const fault = findNameFault(name, reserve);
  if (fault === undefined) return undefined;
  const given = String(name);
  const suggestion = suggestName(given, reserve);
  const message = `'${given.slice(0, 64)}' cannot name an account: ${fault}. ${fix(suggestion)}`;
  return new AccountError('invalid_name', message, { service, account: given, suggestion });
}

/** A valid name as close as can be to the one given. */
function suggestName(given: string, reserve: readonly string[] = []): string {
  const plain = given
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const start = /^[a-z]/.test(plain) ? plain : `account_${plain}`;
  let name = start.slice(0, LONGEST_NAME);
  for (let n = 1; findNameFault(name, reserve) !== undefined; n += 1) name = `${start.slice(0, LONGEST_NAME - 5)}_${n}`;
  return name;
}
