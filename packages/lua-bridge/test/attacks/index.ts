import { controlFlow } from './control-flow.js';
import { hosts } from './hosts.js';
import { largeTexts } from './large-texts.js';
import { muchAtOnce } from './much-at-once.js';
import { numbersAndText } from './numbers-and-text.js';
import { tablesAndMetamethods } from './tables-and-metamethods.js';

/**
 * Attacks by someone who has not seen how the sandbox is made. Each must end within its limits and tell nothing of the
 * host.
 */
export const attacks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'numbers and text': numbersAndText,
  'control flow': controlFlow,
  'tables and metamethods': tablesAndMetamethods,
  'the host': hosts,
  'texts that are large': largeTexts,
  'much at once': muchAtOnce,
};
