import { operations } from '@moonwire/segment-sdk';
import type { TableConstructorExpression } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../accounts/namespace.js';
import type { SegmentLua } from '../host/create-segment-lua.js';
import type { FieldSchema } from '../host/lua-fields.js';
import type { RunError } from '../host/run-result.js';
import { findUses, type Mention, type WrittenCall } from './find-uses.js';
import { fieldNamed, writtenValue } from './written-value.js';

/** Something in a script that would fail when it runs. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent where only the line is known. */
  readonly column?: number;
  /** `syntax`, `unknown_function`, `invalid_input`. */
  readonly code: string;
  /** What would be raised, without the position. */
  readonly message: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
}

interface Located {
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

const COMPILE = 'local chunk, message = load(args.code, "@" .. args.name) if not chunk then error(message, 0) end';

const withoutPosition = (message: string): string => message.replace(/^[^\n:]*:\d+: /, '');

const problemAt = ({ loc }: Located, { code, message, suggestion }: RunError): Problem => ({
  line: loc?.start.line ?? 0,
  column: (loc?.start.column ?? 0) + 1,
  code,
  message: withoutPosition(message),
  ...(suggestion !== undefined && { suggestion }),
});

/** The error of a line of Lua that is run without sending anything, if it has the expected code. */
const errorOf = async (
  host: SegmentLua,
  line: string,
  code: string,
  args: Record<string, unknown> = {},
): Promise<RunError | undefined> => {
  const { error } = await host.run(line, { args, dryRun: true, onOutput: () => undefined, onCall: () => undefined });
  return error?.code === code ? error : undefined;
};

const syntaxProblem = async (host: SegmentLua, code: string, name: string): Promise<Problem | undefined> => {
  const { error } = await host.run(COMPILE, { args: { code, name } });
  if (!error) return undefined;
  return {
    line: Number(/:(\d+): /.exec(error.message)?.[1] ?? 0),
    code: 'syntax',
    message: withoutPosition(error.message),
  };
};

const unknownName = async (host: SegmentLua, { path, node }: Mention): Promise<Problem[]> => {
  const error = await errorOf(host, `return ${path}`, 'unknown_function');
  // A longer path fails at the same name, and that name has been reported.
  return error && !error.message.includes(`${path.slice(0, path.lastIndexOf('.'))}. `)
    ? [problemAt(node.identifier, error)]
    : [];
};

const inputOf = (path: string): FieldSchema | undefined => {
  const operation = operations.find(({ name }) => name === path.slice(path.lastIndexOf('.') + 1));
  return (
    operation && {
      ...operation.input,
      properties: { ...('options' in operation ? operation.options.properties : {}), ...operation.input.properties },
    }
  );
};

const placeOf = (table: TableConstructorExpression, message: string): Located =>
  fieldNamed(table, /field '([^'.[]+)/.exec(message)?.[1] ?? '') ?? table;

const wrongInput = async (host: SegmentLua, { path, input }: WrittenCall): Promise<Problem[]> => {
  const schema = inputOf(path);
  if (!schema) return [];
  const error = await errorOf(host, `${path}(args.input)`, 'invalid_input', { input: writtenValue(input, schema) });
  return error ? [problemAt(placeOf(input, error.message), error)] : [];
};

/**
 * Checks a script without running it: its syntax, the functions and accounts it names, and the fields of calls that are
 * written out. What is found is worded as a run would word it.
 * @param name The script's name. Default `script.lua`.
 * @returns The problems from top to bottom; none when nothing was found.
 */
export const checkScript = async (host: SegmentLua, code: string, name = 'script.lua'): Promise<Problem[]> => {
  const syntax = await syntaxProblem(host, code, name);
  if (syntax) return [syntax];
  const { mentions, calls } = findUses(code, SEGMENT_NAMESPACE);
  const found = await Promise.all([
    ...mentions.map((mention) => unknownName(host, mention)),
    ...calls.map((call) => wrongInput(host, call)),
  ]);
  return found.flat().sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
};
