import { paintTable } from '../../terminal/painted-table.js';
import { say } from '../../terminal/terminal.js';
import { type ApiField, type ApiGroup, apiGroups, type ApiOperation } from './api-operations.js';
import { toOption } from './read-fields.js';

/** Lists the groups, with how a call is made. */
export const sayGroups = async (): Promise<void> => {
  say('Usage: segment-lua api <operation> [--field value …] [--all] [--json] [--dry-run] [--account <name>] [--live]');
  say();
  const rows = apiGroups.map(({ name, about, operations }) => [name, String(operations.length), about]);
  say(await paintTable([['GROUP', 'OPERATIONS', 'WHAT IT IS ABOUT'], ...rows]));
  say();
  say('segment-lua api <group> lists its operations; segment-lua api <operation> --help says what it takes.');
};

/** Lists the operations of a group. */
export const sayGroup = async ({ about, operations }: ApiGroup): Promise<void> => {
  say(about);
  say();
  say(
    await paintTable([
      ['OPERATION', 'EFFECT', 'WHAT IT DOES'],
      ...operations.map(({ name, effect, summary }) => [name, effect, summary]),
    ]),
  );
};

/** Says what an operation takes. */
export const sayOperation = async (operation: ApiOperation): Promise<void> => {
  const { name, effect, summary, notes } = operation;
  say([summary, ...notes].join(' '));
  say();
  say(
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
    await paintTable([
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

const nameType = ({ type, enum: words, items, anyOf }: ApiField): string => {
  if (words) return words.map(String).join('|');
  if (anyOf) return [...new Set(anyOf.map(nameType))].join('|');
  if (items) return `${nameType(items)}[]`;
  return [type ?? 'any'].flat().join('|');
};
