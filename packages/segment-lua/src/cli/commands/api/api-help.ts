import { paintExplained, wrap } from '../../terminal/explained-list.js';
import { measureTerminal, say } from '../../terminal/terminal.js';
import { type ApiField, type ApiGroup, apiGroups, type ApiOperation } from './api-operations.js';
import { toOption } from './read-fields.js';

/** Lists the groups, with how a call is made. */
export const sayGroups = async (): Promise<void> => {
  sayWrapped(
    'Usage: segment-lua api <operation> [--field value …] [--all] [--json] [--dry-run] [--account <name>] [--live]',
  );
  say();
  const rows = apiGroups.map(({ name, about, operations }) => [name, String(operations.length), about]);
  say(await paintExplained([['GROUP', 'OPERATIONS', 'WHAT IT IS ABOUT'], ...rows]));
  say();
  sayWrapped('segment-lua api <group> lists its operations; segment-lua api <operation> --help says what it takes.');
};

/** Lists the operations of a group. */
export const sayGroup = async ({ about, operations }: ApiGroup): Promise<void> => {
  sayWrapped(about);
  say();
  say(
    await paintExplained([
      ['OPERATION', 'EFFECT', 'WHAT IT DOES'],
      ...operations.map(({ name, effect, summary }) => [name, effect, summary]),
    ]),
  );
};

/** Says what an operation takes. */
export const sayOperation = async (operation: ApiOperation): Promise<void> => {
  const { name, effect, summary, notes } = operation;
  sayWrapped([summary, ...notes].join(' '));
  say();
  sayWrapped(
    `Usage: segment-lua api ${name}${operation
      .required()
      .map((field) => ` --${toOption(field)} <${field}>`)
      .join('')}`,
  );
  say(`Effect: ${effect}`);
  const fields = Object.entries(operation.fields());
  if (fields.length === 0) return;
  say();
  const required = operation.required();
  say(
    await paintExplained([
      ['FIELD', 'TYPE', 'REQUIRED', 'WHAT IT IS'],
      ...fields.map(([field, schema]) => [
        `--${toOption(field)}`,
        nameType(schema),
        required.includes(field) ? 'yes' : 'no',
        schema.description ?? '',
      ]),
    ]),
  );
};

const sayWrapped = (text: string): void => {
  for (const line of wrap(text, measureTerminal(), '  ')) say(line);
};

const nameType = ({ type, enum: words, items, anyOf }: ApiField): string => {
  if (words) return words.map(String).join('|');
  if (anyOf) return [...new Set(anyOf.map(nameType))].join('|');
  if (items) return `${nameType(items)}[]`;
  return [type ?? 'any'].flat().join('|');
};
