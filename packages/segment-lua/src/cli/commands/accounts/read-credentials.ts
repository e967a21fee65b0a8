import { segmentService } from '../../../accounts/segment-service.js';
import { readText } from '../../terminal/read-text.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { AddFlags } from './accounts-command.js';

const SECRET_FIELDS = Object.entries(segmentService.fields).filter(([, field]) => field.kind === 'secret');

/**
 * Reads an account's credentials from where the options say; without one, asks for them without showing them, or reads
 * them as JSON where nobody is at the terminal.
 * @throws UsageError when both are to come from standard input, a variable is not set, a file cannot be read, or the
 *   input is not JSON.
 */
export const readCredentials = async (flags: AddFlags): Promise<Record<string, string>> => {
  const { writeKeyStdin, apiTokenStdin, writeKeyEnv, apiTokenEnv, writeKeyFile, apiTokenFile } = flags;
  if (writeKeyStdin && apiTokenStdin)
    throw new UsageError(
      'standard input can be the write key or the API token, not both; give the other by a variable',
    );
  const given = {
    ...(writeKeyEnv !== undefined && readVariable('writeKey', writeKeyEnv)),
    ...(apiTokenEnv !== undefined && readVariable('apiToken', apiTokenEnv)),
    ...(writeKeyFile !== undefined && { writeKey: await readText(writeKeyFile) }),
    ...(apiTokenFile !== undefined && { apiToken: await readText(apiTokenFile) }),
    // The whole of standard input, as a password manager prints it.
    ...(writeKeyStdin && { writeKey: await readText('-') }),
    ...(apiTokenStdin && { apiToken: await readText('-') }),
  };
  if (Object.keys(given).length > 0) return given;
  return process.stdin.isTTY ? ask(flags) : readJson();
};

const readVariable = (field: string, variable: string): Record<string, string> => {
  const value = process.env[variable];
  if (value?.trim()) return { [field]: value };
  throw new UsageError(`the variable ${variable} is not set`);
};

const ask = async ({ region: given }: AddFlags): Promise<Record<string, string>> => {
  const { password, select } = await import('@inquirer/prompts');
  const fields: Record<string, string> = {};
  for (const [name, { description }] of SECRET_FIELDS) {
    const value = await password({ message: `${description} (Enter to leave it out)`, mask: '•' });
    if (value.trim() !== '') fields[name] = value;
  }
  if (given !== undefined || Object.keys(fields).length === 0) return fields;
  const { description, values } = segmentService.fields.region;
  return { ...fields, region: await select({ message: description, choices: values.map((value) => ({ value })) }) };
};

const readJson = async (): Promise<Record<string, string>> => {
  const fields = parseJson(await readText('-'));
  if (isTextByName(fields)) return fields;
  throw new UsageError('expected JSON on standard input: {"writeKey": "…", "apiToken": "…"}');
};

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    // The parser's own message would quote the input, and the input is a secret.
    return undefined;
  }
};

const isTextByName = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((field) => typeof field === 'string');
