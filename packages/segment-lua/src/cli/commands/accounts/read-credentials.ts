import { text } from 'node:stream/consumers';

import { segmentService } from '../../../accounts/segment-service.js';
import { UsageError } from '../../terminal/usage-error.js';

const secretFields = Object.entries(segmentService.fields).filter(([, field]) => field.kind === 'secret');

const fromPrompt = async (): Promise<Record<string, string>> => {
  const { password } = await import('@inquirer/prompts');
  const fields: Record<string, string> = {};
  for (const [name, { description }] of secretFields) {
    const value = await password({ message: `${description} (Enter to leave it out)`, mask: '•' });
    if (value !== '') fields[name] = value;
  }
  return fields;
};

const fromInput = async (): Promise<Record<string, string>> => {
  try {
    return JSON.parse(await text(process.stdin)) as Record<string, string>;
  } catch {
    // The parser's own message would quote the input, and the input is a secret.
    throw new UsageError('expected JSON on standard input: {"writeKey": "…", "apiToken": "…"}');
  }
};

/** `field` from the whole of standard input, as a password manager prints it. */
const fromPipe = async (field: string): Promise<Record<string, string>> => ({
  [field]: (await text(process.stdin)).trim(),
});

const fromVariable = (field: string, variable: string): Record<string, string> => {
  const value = process.env[variable];
  if (value) return { [field]: value };
  throw new UsageError(`the variable ${variable} is not set`);
};

/** Where credentials may come from other than a prompt or JSON. */
export interface CredentialFlags {
  readonly writeKeyStdin?: true;
  readonly apiTokenStdin?: true;
  readonly writeKeyEnv?: string;
  readonly apiTokenEnv?: string;
}

/**
 * Reads an account's credentials from where the options say; without one, asks for them without showing them, or reads
 * them as JSON where nobody is at the terminal.
 * @throws UsageError when both are to come from standard input, a variable is not set, or the input is not JSON.
 */
export const readCredentials = async ({
  writeKeyStdin,
  apiTokenStdin,
  writeKeyEnv,
  apiTokenEnv,
}: CredentialFlags): Promise<Record<string, string>> => {
  if (writeKeyStdin && apiTokenStdin)
    throw new UsageError(
      'standard input can be the write key or the API token, not both; give the other by a variable',
    );
  const given = {
    ...(writeKeyEnv !== undefined && fromVariable('writeKey', writeKeyEnv)),
    ...(apiTokenEnv !== undefined && fromVariable('apiToken', apiTokenEnv)),
    ...(writeKeyStdin && (await fromPipe('writeKey'))),
    ...(apiTokenStdin && (await fromPipe('apiToken'))),
  };
  if (Object.keys(given).length > 0) return given;
  return process.stdin.isTTY ? fromPrompt() : fromInput();
};
