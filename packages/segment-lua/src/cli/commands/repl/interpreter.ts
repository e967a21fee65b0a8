import { check, isIncomplete } from '@moonwire/lua-bridge';

import type { SegmentLua } from '../../../host/create-segment-lua.js';
import type { RunResult } from '../../../host/run-result.js';

/** What became of some Lua that was typed in. */
export type Answer =
  | { readonly kind: 'done' }
  /** It is the beginning of something longer. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string }
  /** The state has come to its end, by a limit or its signal. */
  | { readonly kind: 'ended'; readonly result: RunResult };

/** A Lua state that keeps its globals from one piece of Lua to the next. */
export interface Interpreter {
  /** Runs a piece of Lua; the value of an expression is printed. */
  readonly evaluate: (code: string) => Promise<Answer>;
  /** The names in the table at a dotted path, or the globals for an empty one. */
  readonly names: (path: string) => Promise<readonly string[]>;
  /** Ends the state and delivers what is queued. */
  readonly end: () => Promise<RunResult>;
}

/** Reads requests from the host until there are none. The whole session is one run, which is why globals stay. */
const LOOP = `
local function failed(err)
  local code = type(err) == "table" and err.code or "runtime"
  repl.answer("failed", tostring(type(err) == "table" and err.message or err), tostring(code))
end

local function report(ok, ...)
  if not ok then return failed((...)) end
  if select("#", ...) > 0 then print(...) end
  repl.answer("done")
end

local function names(path)
  local at, found = _G, {}
  for name in path:gmatch("[^.]+") do
    local ok, value = pcall(function() return at[name] end)
    if not ok or type(value) ~= "table" then return found end
    at = value
  end
  for name in pairs(at) do
    if type(name) == "string" then found[#found + 1] = name end
  end
  return found
end

for request in repl.requests do
  if request.kind == "evaluate" then report(pcall(load(request.text, "=stdin"))) else repl.answer("names", names(request.text)) end
end
`;

interface Request {
  readonly kind: 'evaluate' | 'names';
  readonly text: string;
}

type Reply = readonly [kind: string, ...values: unknown[]];

/** Hands over one thing at a time; giving and taking may come in either order. */
const createSlot = <T>() => {
  const { readable, writable } = new TransformStream<T, T>(undefined, undefined, { highWaterMark: 1 });
  const writer = writable.getWriter();
  const reader = readable.getReader();
  return {
    give: (value: T) => void writer.write(value).catch(() => undefined),
    take: async () => (await reader.read()).value,
    close: () => void writer.close().catch(() => undefined),
  };
};

/** What Lua is to run for a text: the text itself, or the value of the expression it is; an answer if it is neither. */
const compile = (text: string): string | Answer => {
  const expression = `return ${text}`;
  if (check(expression).length === 0) return expression;
  const [fault] = check(text);
  if (fault === undefined) return text;
  if (isIncomplete(text)) return { kind: 'unfinished' };
  return { kind: 'failed', message: `stdin:${fault.line}: ${fault.message}`, code: 'syntax' };
};

const readAnswer = ([kind, message, code]: Reply): Answer =>
  kind === 'failed' ? { kind, message: String(message), code: String(code) } : { kind: 'done' };

/**
 * Starts a Lua state on `host`.
 * @param signal Ends it at once; queued events are still delivered.
 */
export const startInterpreter = (host: SegmentLua, signal: AbortSignal): Interpreter => {
  const requests = createSlot<Request>();
  const replies = createSlot<Reply>();
  const globals = {
    'repl.requests': requests.take,
    'repl.answer': (...reply: Reply) => {
      replies.give(reply);
    },
  };
  const ended = host.run(LOOP, { name: 'repl', globals, signal }).finally(replies.close);
  const ask = (request: Request): Promise<Reply | undefined> => {
    requests.give(request);
    return replies.take();
  };
  return {
    evaluate: async (text) => {
      const compiled = compile(text);
      if (typeof compiled !== 'string') return compiled;
      const reply = await ask({ kind: 'evaluate', text: compiled });
      return reply ? readAnswer(reply) : { kind: 'ended', result: await ended };
    },
    names: async (text) => {
      const [, names] = (await ask({ kind: 'names', text })) ?? [];
      return Array.isArray(names) ? names.map(String).sort() : [];
    },
    end: () => {
      requests.close();
      return ended;
    },
  };
};
