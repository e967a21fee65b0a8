/** A parameter or a result, as the Lua language server writes types. */
export interface DescribedParameter {
  readonly name: string;
  /** `string`, `fun(item: any): any`. */
  readonly type: string;
  readonly optional?: true;
}

/** What every entry says. */
interface Described {
  /** `json.encode` */
  readonly name: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  /** A script, and what it prints. */
  readonly example: { readonly code: string; readonly output: string };
}

/** A function that scripts have beside Lua's own. */
export interface DescribedFunction extends Described {
  readonly kind: 'function';
  /** In their order; `...` takes any number. */
  readonly parameters: readonly DescribedParameter[];
  readonly returns: readonly DescribedParameter[];
  /** Another way to call it. */
  readonly overload?: string;
}

/** A value that scripts have beside Lua's own. */
export interface DescribedValue extends Described {
  readonly kind: 'value';
  readonly type: string;
}

/** One of Lua's own libraries. */
export interface StandardLibrary {
  /** `string`; empty for functions that are global. */
  readonly name: string;
  /** What of it is there, and what differs from PUC-Rio's Lua. */
  readonly summary: string;
}

const text = { name: 'text', type: 'string' };
const pattern = { name: 'pattern', type: 'string' };
const results = { name: '...', type: 'any' };

const functions: readonly DescribedFunction[] = [
  {
    kind: 'function',
    name: 'json.encode',
    summary: 'Writes a value as JSON; integers of 64 bits keep their digits.',
    parameters: [{ name: 'value', type: 'any' }],
    returns: [text],
    example: { code: 'print(json.encode({ 1, 2, json.null }))', output: '[1,2,null]' },
  },
  {
    kind: 'function',
    name: 'json.decode',
    summary: 'Reads JSON; null is json.null. An error names line and column.',
    parameters: [text],
    returns: [{ name: 'value', type: 'any' }],
    example: { code: 'print(json.decode(\'{"total": 99.5}\').total)', output: '99.5' },
  },
  {
    kind: 'function',
    name: 'json.array',
    summary: 'Marks a table as a list, so that it is [] in JSON also when it is empty.',
    parameters: [{ name: 'list', type: 'table', optional: true }],
    returns: [{ name: 'list', type: 'table' }],
    example: { code: 'print(json.encode({ tags = json.array() }))', output: '{"tags":[]}' },
  },
  {
    kind: 'function',
    name: 'regex.match',
    summary:
      'The first match of a regular expression (RE2, in linear time): its groups, or the whole where it has none; nil without a match.',
    parameters: [text, pattern],
    returns: [results],
    example: { code: String.raw`print(regex.match("order 2026-11-042", "(\\d{4})-(\\d+)"))`, output: '2026\t11' },
  },
  {
    kind: 'function',
    name: 'regex.match_all',
    summary: 'Every match: a list of texts, or of lists where the pattern has several groups.',
    parameters: [text, pattern],
    returns: [{ name: 'matches', type: 'any[]' }],
    example: { code: String.raw`print(regex.match_all("a1 b22", "\\d+"))`, output: '{"1", "22"}' },
  },
  {
    kind: 'function',
    name: 'regex.gsub',
    summary:
      'Replaces what matches: by a text ($1 is the first group), by the values of a table, or by what a function returns.',
    parameters: [
      text,
      pattern,
      { name: 'replacement', type: 'string|table|function' },
      { name: 'most', type: 'integer', optional: true },
    ],
    returns: [text, { name: 'count', type: 'integer' }],
    example: { code: String.raw`print(regex.gsub("2026-11", "(\\d+)-(\\d+)", "$2/$1"))`, output: '11/2026\t1' },
  },
  {
    kind: 'function',
    name: 'parallel',
    summary:
      'Runs functions at once, so that their calls wait at the same time, and gives their results in order; with a list, a function for each item, at most limit of them at a time (100). The first error cancels the rest.',
    parameters: [{ name: '...', type: 'fun(): any' }],
    returns: [results],
    overload: 'fun(list: any[], f: (fun(item: any, index: integer): any), options?: { limit: integer }): any[]',
    example: {
      code: 'print(parallel({ 1, 2, 3 }, function(n) return n * n end, { limit = 2 }))',
      output: '{1, 4, 9}',
    },
  },
  {
    kind: 'function',
    name: 'dump',
    summary: 'Any value as readable text, tables with what is in them; print shows tables so, too.',
    parameters: [{ name: 'value', type: 'any' }],
    returns: [text],
    example: { code: 'print(#dump({ a = 1 }), { 1, 2, name = "Ann" })', output: '7\t{1, 2, name = "Ann"}' },
  },
  {
    kind: 'function',
    name: 'require',
    summary:
      'A module that the host gives: at the command line the files beside the script and below. Without one, an error.',
    parameters: [{ name: 'name', type: 'string' }],
    returns: [{ name: 'module', type: 'any' }],
    example: {
      code: 'print(pcall(require, "shop.prices"))',
      output: 'false\tscript.lua:1: Unknown module: shop.prices. Nothing is available here',
    },
  },
];

const values: readonly DescribedValue[] = [
  {
    kind: 'value',
    name: 'json.null',
    type: 'any',
    summary: 'JSON null: where nil would leave a field out, it is sent as null.',
    example: { code: 'print(json.encode({ plan = json.null }))', output: '{"plan":null}' },
  },
];

const standard: readonly StandardLibrary[] = [
  {
    name: '',
    summary:
      'print, pairs, ipairs, next, select, type, tostring, tonumber, pcall, xpcall, error, assert, setmetatable, getmetatable, rawget, rawset, rawequal, rawlen, load (text only), collectgarbage',
  },
  { name: 'string', summary: 'all of it but dump; patterns are Lua’s' },
  { name: 'table', summary: 'all of it' },
  { name: 'math', summary: 'all of it, and pow, ldexp, frexp, log10, cosh, sinh, tanh of older Lua' },
  { name: 'utf8', summary: 'all of it' },
  { name: 'coroutine', summary: 'all of it; a script may wait for calls inside of one' },
  { name: 'os', summary: 'time, date, clock, difftime, and getenv, which gives nil: the environment is empty' },
  { name: 'io', summary: 'write, stdout:write and stderr:write, which go where print goes; no files' },
  { name: 'bit32', summary: 'all of it, beside the operators & | ~ << >>' },
  { name: 'debug', summary: 'traceback and getinfo, which only look' },
];

/** What scripts have, in words: Lua's own libraries, and what there is beside them. */
export const scriptLibrary = {
  /** The Lua that scripts are written in. */
  version: 'Lua 5.3',
  standard,
  /** What is there beside Lua's own. */
  own: [...functions, ...values],
} as const;
