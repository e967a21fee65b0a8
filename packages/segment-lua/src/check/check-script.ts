import { check } from '@moonwire/lua-bridge';
import type { Expression } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import type { SegmentLua } from '../host/create-segment-lua.js';
import type { RunError } from '../host/run-result.js';
import { placeViolations } from './check-plan.js';
import { findMistakes } from './find-mistakes.js';
import { findUses, isWritten, type Mention, type WrittenCall } from './find-uses.js';
import { listSurroundings, type Surroundings } from './known-names.js';
import { OPERATION_NAMES } from './operation-names.js';
import { findSchema } from './operation-schema.js';
import { findField, readWritten } from './read-written.js';
import { parseScript } from './script/parse-script.js';
import { firstOfEach, inOrder, type Located, placeProblem, type Problem } from './script/problem.js';
import { explainUnknownFunction } from './slips/explain-function.js';
import { explainField } from './slips/explain-input.js';
import { explainSyntax } from './slips/explain-syntax.js';

/**
 * Checks a script without running it: its syntax, the names it uses, the fields of calls that are written out and of
 * their results, usual slips; with a host that has a tracking plan, also whether events keep to it. What is found is
 * worded as a run would word it.
 * @param name The script's name. Default `script.lua`.
 * @param modules The modules that are there to be required. Default: none.
 * @returns The problems from top to bottom, one for each place; none when nothing was found.
 */
export const checkScript = async (
  host: SegmentLua,
  code: string,
  name = 'script.lua',
  modules: ReadonlySet<string> = new Set(),
): Promise<Problem[]> => {
  const faults = check(code);
  if (faults.length > 0) return faults.map((fault) => explainFault(code, fault));
  const nodes = parseScript(code);
  const { mentions, calls } = findUses(nodes, SEGMENT_NAMESPACE);
  const attempt: Attempt = (line, args = {}) =>
    host.run(line, { name, args, dryRun: true, onOutput: () => undefined, onCall: () => undefined });
  const surroundings = await listSurroundings(async (line) => (await attempt(line)).values, modules);
  const isNamespace = ({ path }: Mention): boolean => mentions.some((other) => other.path.startsWith(`${path}.`));
  const found = await Promise.all([
    findMistakes(nodes, surroundings),
    ...mentions
      .filter(({ path }) => !isThere(path, surroundings))
      .map((mention) =>
        checkName(attempt, mention, { accounts: surroundings.accounts, isNamespace: isNamespace(mention) }),
      ),
    ...calls.map((call) => checkInput(attempt, call)),
  ]);
  return firstOfEach(found.flat().sort(inOrder));
};

/** Whether a path leads to an account or a function: only of others need be asked. */
const isThere = (path: string, { accounts, operations }: Surroundings): boolean => {
  const [first = '', second, ...more] = path.slice(SEGMENT_NAMESPACE.length + 1).split('.');
  if (!path.startsWith(`${SEGMENT_NAMESPACE}.`) || more.length > 0) return false;
  const [account, name] = accounts.includes(first) ? [first, second] : [undefined, first];
  return name === undefined || (operations.has(name) && (account !== undefined || second === undefined));
};

const explainFault = (code: string, fault: ReturnType<typeof check>[number]): Problem => {
  const hint = explainSyntax(code, fault);
  return { ...fault, code: 'syntax', ...(hint !== undefined && { hint }) };
};

/** Runs a line of Lua without sending anything. */
type Attempt = (line: string, args?: Record<string, unknown>) => ReturnType<SegmentLua['run']>;

const checkName = async (
  attempt: Attempt,
  { path, node }: Mention,
  { accounts, isNamespace }: { readonly accounts: readonly string[]; readonly isNamespace: boolean },
): Promise<Problem[]> => {
  const { error } = await attempt(`return ${path}`);
  // A longer path fails at the same name, and that name has been reported.
  if (error?.code !== 'unknown_function' || error.field !== path) return [];
  const hint =
    error.suggestion === undefined
      ? explainUnknownFunction({ path, isNamespace, accounts, ...OPERATION_NAMES })
      : undefined;
  return [placeError(node.identifier, error, hint)];
};

const checkInput = async (attempt: Attempt, { path, callee, argument }: WrittenCall): Promise<Problem[]> => {
  const method = path.slice(path.lastIndexOf('.') + 1);
  const schema = (await findSchema(method))?.input;
  if (!schema) return [];
  const { error } = await attempt(`${path}(args.input)`, { input: argument && readWritten(argument, schema) });
  if (error?.code === 'invalid_input') {
    const field = findFirst(argument, error.field);
    // What stands for a value that only a run can tell need not fit.
    if (field && !isWritten(field.value)) return [];
    const hint =
      error.suggestion === undefined ? explainField(method, error.field, () => field !== undefined, schema) : undefined;
    return [placeError(field ?? argument ?? callee, error, hint)];
  }
  if (error?.code !== 'plan_violation' || !argument) return [];
  return placeViolations(argument, error.cause).map(({ violation: { message, suggestion }, place }) =>
    placeProblem(place, { code: error.code, message: `${method}: ${message}`, suggestion }),
  );
};

/** Where a field is written, by the first name of its path. */
const findFirst = (argument: Expression | undefined, path = '') =>
  argument?.type === 'TableConstructorExpression' ? findField(argument, path.split(/[.[]/, 1)[0] ?? '') : undefined;

const placeError = (place: Located, { code, reason, suggestion }: RunError, hint?: string): Problem =>
  placeProblem(place, { code, message: reason, suggestion, hint });
