import type { Matcher, RE2JS } from 're2js';

import { ensureStack } from '../vm/calls/stack.js';
import { checkString, optInteger, toStringValue } from '../vm/native/arguments.js';
import { ByteBuffer } from '../vm/native/byte-buffer.js';
import { arg, push, pushInteger, pushNil, pushTable, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument, raiseType } from '../vm/native/raise.js';
import { call, resumable, type Steps } from '../vm/native/resumable.js';
import { stepAside, waitFor } from '../vm/native/wait.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable, setElements } from '../vm/tables/lua-table.js';
import { appendElement } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import { NIL, STRING, TABLE } from '../vm/values/tags.js';
import { decode, luaString, textOf } from '../vm/values/text.js';
import { isFalsy, isFunction, isNumber, Value } from '../vm/values/value.js';

/* Regular expressions over RE2's linear-time engine, which is loaded when a script first uses it. */

const MAX_PATTERN = 1000;
let engine: typeof RE2JS | undefined;

function* loadEngine(L: LuaState): Steps<typeof RE2JS> {
  if (engine === undefined) {
    const outcome = yield* waitFor(L, import('re2js'));
    if (!outcome.ok) return raise(L, 'regex: the package re2js is not installed');
    engine = (outcome.value as typeof import('re2js')).RE2JS;
  }
  return engine;
}

/* A matcher for arguments 1 and 2, subject and pattern. */
function* readMatcher(L: LuaState): Steps<Search> {
  const text = decode(checkString(L, 1));
  const source = decode(checkString(L, 2));
  if (source.length > MAX_PATTERN)
    return raiseArgument(L, 2, `a pattern of at most ${MAX_PATTERN} characters expected`);
  const compiler = yield* loadEngine(L);
  const { budget } = L.runtime;
  budget.spend(source.length * 20 + (text.length >> 2));
  try {
    const pattern = compiler.compile(source);
    return { text, matcher: pattern.matcher(text), size: pattern.programSize() };
  } catch (error) {
    return raise(L, `regex: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Search {
  text: string;
  matcher: Matcher;
  /** Instructions of the compiled pattern; a search takes at most as many steps for each character. */
  size: number;
}

/* Finds the next match. One search is bounded before it starts, and many by the time they took. */
const findNext = (L: LuaState, { text, matcher, size }: Search, from: number): boolean => {
  const { budget } = L.runtime;
  const most = (text.length - from) * size;
  if (most > budget.limits.patternSteps * 10) budget.exceed('patternSteps', 'limit_pattern', most);
  const before = budget.elapsed;
  const found = matcher.find();
  budget.spend(Math.ceil((budget.elapsed - before) * 20_000));
  return found;
};

/* A piece of a text would keep all of it; one that is joined is made anew. */
const createText = (text: string | null): Value =>
  text === null ? new Value(NIL, null) : new Value(STRING, luaString(text.slice(0, -1) + text.slice(-1)));

/* The captures of a match, or the whole of it if the pattern has none. */
const readCaptures = ({ matcher }: Search): Value[] => {
  const count = matcher.groupCount();
  if (count === 0) return [createText(matcher.group())];
  return Array.from({ length: count }, (_, i) => createText(matcher.group(i + 1)));
};

const pushCaptures = (L: LuaState, values: readonly Value[]): number => {
  ensureStack(L, values.length + 1);
  for (const value of values) pushValue(L, value);
  return values.length;
};

const match = resumable(function* (L) {
  const search = yield* readMatcher(L);
  return findNext(L, search, 0) ? pushCaptures(L, readCaptures(search)) : pushNil(L);
});

const createList = (L: LuaState, values: readonly Value[]): Value => {
  const table = newTable(L);
  L.runtime.arrays.add(table);
  setElements(L, table, 1, values, 0, values.length);
  return new Value(TABLE, table);
};

/* A list of matches: texts, or lists of captures if the pattern has any. It grows on the stack, where it is counted. */
const match_all = resumable(function* (L) {
  const search = yield* readMatcher(L);
  const all = newTable(L);
  L.runtime.arrays.add(all);
  pushTable(L, all);
  while (findNext(L, search, search.matcher.hasMatch ? search.matcher.end() : 0)) {
    yield* stepAside(L);
    L.runtime.budget.allocateString(search.matcher.group()?.length ?? 0);
    const found = readCaptures(search);
    appendElement(L, all, search.matcher.groupCount() === 0 ? (found[0] as Value) : createList(L, found));
  }
  return 1;
});

const gsub = resumable(function* (L) {
  const replacement = arg(L, 3);
  if (replacement.type !== STRING && !isNumber(replacement) && !isFunction(replacement))
    return raiseType(L, 3, 'string/function');
  const most = optInteger(L, 4, Infinity);
  const search = yield* readMatcher(L);
  const out = new ByteBuffer(L.runtime.budget);
  let [copied, count] = [0, 0];
  while (count < most && findNext(L, search, copied)) {
    yield* stepAside(L);
    out.addText(search.text.slice(copied, search.matcher.start()));
    yield* addReplacement(L, search, replacement, out);
    copied = search.matcher.end();
    count++;
  }
  out.addText(search.text.slice(copied));
  push(L, STRING, out.take());
  return pushInteger(L, count) + 1;
});

function* addReplacement(L: LuaState, search: Search, replacement: Value, out: ByteBuffer): Steps<void> {
  if (!isFunction(replacement)) {
    addTemplate(search, textOf(toStringValue(L, replacement) as LuaString), out);
    return;
  }
  pushValue(L, replacement);
  yield call(pushCaptures(L, readCaptures(search)), 1);
  const result = L.stack[--L.top] as Value;
  if (isFalsy(result)) out.addText(search.matcher.group() ?? '');
  else out.addString(toStringValue(L, result) ?? raise(L, 'invalid replacement value'));
}

/* `$1` or `${1}` in a replacement text is a capture, `$0` the match, `$$` a dollar. */
const addTemplate = ({ matcher }: Search, template: string, out: ByteBuffer): void => {
  let copied = 0;
  for (const { 0: all, 1: dollar, 2: plain, 3: braced, index } of template.matchAll(/\$(?:(\$)|(\d+)|\{(\d+)\})/g)) {
    out.addText(template.slice(copied, index));
    out.addText(dollar ?? matcher.group(Number(plain ?? braced)) ?? '');
    copied = index + all.length;
  }
  out.addText(template.slice(copied));
};

/** `regex`. */
export const regexLibrary: Library = { match, match_all, gsub };
