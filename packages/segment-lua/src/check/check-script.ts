import { check } from '@moonwire/lua-bridge';
import { operations } from '@moonwire/segment-sdk';
import { type PublicName, publicOperations } from '@moonwire/segment-sdk/public-api';
import type { Expression } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import type { SegmentLua } from '../host/create-segment-lua.js';
import type { FieldSchema } from '../host/lua-fields.js';
import type { RunError } from '../host/run-result.js';
import { placeViolations } from './check-plan.js';
import { findUses, type Mention, type WrittenCall } from './find-uses.js';
import { findField, readWritten } from './read-written.js';

/** Something in a script that would fail when it runs. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent where only the line is known. */
  readonly column?: number;
  /** `syntax`, `unknown_function`, `invalid_input`, `plan_violation`. */
  readonly code: string;
  /** What would be raised, without the position. */
  readonly message: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
}

/**
 * Checks a script without running it: its syntax, the functions and accounts it names, and the fields of calls that are
 * written out; with a host that has a tracking plan, also whether they keep to it. What is found is worded as a run
 * would word it.
 * @param name The script's name. Default `script.lua`.
 * @returns The problems from top to bottom; none when nothing was found.
 */
export const checkScript = async (host: SegmentLua, code: string, name = 'script.lua'): Promise<Problem[]> => {
  const faults = check(code);
  if (faults.length > 0) return faults.map((fault) => ({ ...fault, code: 'syntax' }));
  const { mentions, calls } = findUses(code, SEGMENT_NAMESPACE);
  const attempt: Attempt = async (line, args = {}) => {
    const silent = { onOutput: () => undefined, onCall: () => undefined };
    return (await host.run(line, { name, args, dryRun: true, ...silent })).error;
  };
  const found = await Promise.all([
    ...mentions.map((mention) => checkName(attempt, mention)),
    ...calls.map((call) => checkInput(attempt, call)),
  ]);
  return found.flat().sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
};

/** Runs a line of Lua without sending anything: its error. */
type Attempt = (line: string, args?: Record<string, unknown>) => Promise<RunError | undefined>;

const checkName = async (attempt: Attempt, { path, node }: Mention): Promise<Problem[]> => {
  const error = await attempt(`return ${path}`);
  // A longer path fails at the same name, and that name has been reported.
  return error?.code === 'unknown_function' && error.field === path ? [placeProblem(node.identifier, error)] : [];
};

const checkInput = async (attempt: Attempt, { path, callee, argument }: WrittenCall): Promise<Problem[]> => {
  const schema = await findSchema(path);
  if (!schema) return [];
  const error = await attempt(`${path}(args.input)`, { input: argument && readWritten(argument, schema) });
  if (error?.code === 'invalid_input') return [placeProblem(findPlace(argument ?? callee, error.field), error)];
  if (error?.code !== 'plan_violation' || !argument) return [];
  const method = path.slice(path.lastIndexOf('.') + 1);
  return placeViolations(argument, error.cause).map(({ violation: { message, suggestion }, place }) =>
    placeProblem(place, { code: error.code, reason: `${method}: ${message}`, suggestion }),
  );
};

const findSchema = async (path: string): Promise<FieldSchema | undefined> => {
  const called = path.slice(path.lastIndexOf('.') + 1);
  const operation = operations.find(({ name }) => name === called);
  if (!operation) return isPublicName(called) ? (await loadPublic()).describePublic(called).input : undefined;
  const options = 'options' in operation ? operation.options.properties : {};
  return { ...operation.input, properties: { ...options, ...operation.input.properties } };
};

/** The table is many times as large as all else, and few scripts need it. */
const loadPublic = () => import('../host/describe-public.js');

const publicNames: ReadonlySet<string> = new Set(publicOperations.map(({ name }) => name));

const isPublicName = (name: string): name is PublicName => publicNames.has(name);

interface Located {
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Where a field is written, by the first name of its path; where the argument begins if it is not. */
const findPlace = (argument: Expression, path = ''): Located =>
  (argument.type === 'TableConstructorExpression' && findField(argument, path.split(/[.[]/, 1)[0] ?? '')) || argument;

const placeProblem = (
  { loc }: Located,
  { code, reason, suggestion }: Pick<RunError, 'code' | 'reason'> & { readonly suggestion?: string | undefined },
): Problem => ({
  line: loc?.start.line ?? 0,
  column: (loc?.start.column ?? 0) + 1,
  code,
  message: reason,
  ...(suggestion !== undefined && { suggestion }),
});
