import { check, createLua } from '@moonwire/lua-bridge';
import type { Node } from 'luaparse';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import type { FinishedScript } from '../host/hint-finder.js';
import type { Hint, RunError, RunResult } from '../host/run-result.js';
import { findMistakes } from './find-mistakes.js';
import { findUses } from './find-uses.js';
import { listSurroundings, type Surroundings } from './known-names.js';
import { OPERATION_NAMES } from './operation-names.js';
import { findSchema } from './operation-schema.js';
import { findField } from './read-written.js';
import { parseScript } from './script/parse-script.js';
import type { Problem } from './script/problem.js';
import { explainUnknownFunction } from './slips/explain-function.js';
import { explainField } from './slips/explain-input.js';
import { explainRun } from './slips/explain-run.js';
import { explainSyntax } from './slips/explain-syntax.js';
import { outline } from './slips/outline.js';

/** A longer script is no slip of the pen, and reading it takes time. */
const LONGEST = 50_000;

/** Of a run that went well. */
const SHOWN = 5;

/**
 * What to try next after a run: of one that failed, one hint, unless its error says it; of one that went well, what was
 * probably not meant. For the option `hints` of `createSegmentLua`.
 */
export const findHints = async (script: FinishedScript, result: RunResult): Promise<readonly Hint[]> => {
  const { error } = result;
  if (script.code.length > LONGEST || error?.suggestion !== undefined) return [];
  if (error?.code === 'syntax') return explainFault(script.code);
  const nodes = readNodes(script.code);
  const surroundings = await surround(script);
  const mistakes = await findMistakes(nodes, surroundings);
  if (!error) return mistakes.slice(0, SHOWN).flatMap(toHint);
  const hint = await explainError(error, { script, result, nodes, surroundings, mistakes });
  return hint ? [hint] : [];
};

const readNodes = (code: string): Node[] => {
  try {
    return parseScript(code);
  } catch {
    // What Lua takes and the parser does not.
    return [];
  }
};

const explainFault = (code: string): Hint[] => {
  const [fault] = check(code);
  const hint = fault && explainSyntax(code, fault);
  return fault && hint !== undefined ? [{ line: fault.line, hint }] : [];
};

const toHint = ({ line, message, hint }: Problem): Hint[] =>
  hint === undefined ? [] : [{ line, hint: `${message}: ${hint}` }];

const library = listSurroundings(async (code) => {
  const lua = createLua();
  const result = await lua.run(code);
  lua[Symbol.dispose]();
  return result.ok ? result.values : [];
});

const surround = async ({ globals, modules, accounts }: FinishedScript): Promise<Surroundings> => {
  const known = await library;
  return {
    ...known,
    accounts,
    modules: new Set(modules),
    globals: new Set([...known.globals, 'app', 'args', ...globals.map((path) => path.split('.', 1)[0] ?? '')]),
  };
};

interface Failure {
  readonly script: FinishedScript;
  readonly result: RunResult;
  readonly nodes: readonly Node[];
  readonly surroundings: Surroundings;
  readonly mistakes: readonly Problem[];
}

/** What is wrong on the line that failed; else what the error itself tells; else the last that is wrong above. */
const explainError = async (error: RunError, failure: Failure): Promise<Hint | undefined> => {
  const { line = 0 } = error;
  const { mistakes } = failure;
  const here = mistakes.filter((problem) => problem.line === line);
  if (here[0]) return toHint(here[0])[0];
  const hint = await explainItself(error, failure);
  if (hint !== undefined) return { line, hint };
  const above = mistakes.filter((problem) => problem.line < line).at(-1);
  return error.code === 'runtime' && above ? toHint(above)[0] : undefined;
};

const explainItself = async (
  error: RunError,
  { script, result, nodes, surroundings }: Failure,
): Promise<string | undefined> => {
  const { code, field, reason, line = 0 } = error;
  const written = outline(script.code).split('\n')[line - 1] ?? '';
  if (code === 'runtime') return explainRun(reason, written);
  if (code === 'unknown_module') return 'scripts need no modules: json, regex and app.integrations.segment are there';
  if (code === 'unknown_function' && field !== undefined) {
    const name = field.slice(field.lastIndexOf('.') + 1);
    const isNamespace = new RegExp(`\\b${name.replace(/\W/g, '.')}\\s*[.:]`).test(written);
    return explainUnknownFunction({
      path: field,
      isNamespace,
      accounts: surroundings.accounts,
      ...OPERATION_NAMES,
    });
  }
  const operation = result.calls.findLast((call) => call.error?.code === code)?.operation;
  if (code !== 'invalid_input' || operation === undefined) return undefined;
  return explainField(operation, field, (name) => isWrittenAt(nodes, line, name), (await findSchema(operation))?.input);
};

/** Whether a table of a call that a line belongs to has a field. */
const isWrittenAt = (nodes: readonly Node[], line: number, name: string): boolean =>
  findUses(nodes, SEGMENT_NAMESPACE).calls.some(({ argument }) => {
    if (argument?.type !== 'TableConstructorExpression' || !argument.loc) return false;
    const { start, end } = argument.loc;
    return start.line <= line && line <= end.line && findField(argument, name) !== undefined;
  });
