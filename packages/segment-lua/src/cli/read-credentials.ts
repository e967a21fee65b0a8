import { text } from 'node:stream/consumers';
import { segmentService } from '../segment-service.js';
import { UsageError } from './usage-error.js';

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

/**
 * Asks for an account's credentials without showing them, or reads them as JSON where nobody is at the terminal.
 * @throws UsageError when standard input is not JSON.
 */
export const readCredentials = (): Promise<Record<string, string>> => (process.stdin.isTTY ? fromPrompt() : fromInput());
