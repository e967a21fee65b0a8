/** What another language would have, and what Lua has instead. */
export interface SyntaxSlip {
  /** Found in the outline of a script; it never fits what Lua can be written as at that place. */
  readonly written: RegExp;
  readonly hint: string;
  /** It may be many lines above the place where Lua gives up. */
  readonly opens?: true;
}

const BLOCKS = 'a block has no braces';

/** In order of preference, where several fit. */
export const SYNTAX_SLIPS: readonly SyntaxSlip[] = [
  { written: /```\w*/g, hint: 'a script stands alone, without the fence of Markdown around it' },
  { written: /^\s*\{/g, hint: 'this is JSON or a table: a script is wanted, with return before a value' },
  { written: /\/\/[^\n]*/g, hint: 'a comment begins with --: -- like this' },
  { written: /\/\*[^]*?(?:\*\/|$)/g, hint: 'a comment of several lines is --[[ … ]], one of a line begins with --' },
  { written: /<!--/g, hint: 'a comment begins with --' },
  { written: /^[ \t]*#[^\n]*|# +\w[^\n]*/gm, hint: 'a comment begins with --; # is the length of a list' },
  {
    written: /`[^`]*`?/g,
    hint: 'there are no template strings: join with .., or string.format("%s", value); [[ … ]] spans lines',
  },
  { written: /\$\{?\w+/g, hint: 'there is no $: a variable is just its name, and texts are joined with ..' },
  { written: /["']{3}/g, hint: 'a text of several lines is [[ … ]]' },
  {
    written: /\bprint +[a-z]?["'][^\n]*|\bprint +[A-Za-z_\d][^\n]*/g,
    hint: 'print is called with parentheses: print(value); texts are joined with ..',
  },
  { written: /!==?/g, hint: 'not equal is ~=' },
  { written: /<>/g, hint: 'not equal is ~=' },
  { written: /===/g, hint: 'equal is ==' },
  {
    written: /&&=|\|\|=|\?\?=|\.\.=|<<=|>>=|(?<=[\w\])] *)[-+*/%^|&]=(?!=)/g,
    hint: 'there is no += or the like: x = x + 1',
  },
  { written: /&&?/g, hint: 'logical and is the word and' },
  { written: /\|\|?/g, hint: 'logical or is the word or' },
  { written: /\?\?/g, hint: 'a default is given with or: value or "default"' },
  { written: /\?\./g, hint: 'there is no ?. : value and value.field' },
  { written: /\?[^:\n]*:?/g, hint: 'there is no ? : – write condition and a or b' },
  { written: /\+\+/g, hint: 'there is no ++: i = i + 1' },
  { written: /^[ \t]*[\w.]+--(?![^\n]*\S[^\n]*--)/gm, hint: 'there is no -- (it begins a comment): i = i - 1' },
  { written: /\*\*/g, hint: 'a power is x ^ y' },
  { written: /!/g, hint: 'logical not is the word not' },
  { written: /(?:\bfunction\b *)?(?:\([^()\n]*\)|\w+) *=>/g, hint: 'a function is function(x) return x end' },
  { written: /:=/g, hint: 'a variable is given a value with =: local x = 1' },
  { written: /->/g, hint: 'a field is read with a dot; a function is function(x) … end' },
  {
    written: /\b(?:const|let|var)\s+[\w{[][^\n=]*|\b(?:const|let|var)\s*[{[][^\n]*?=/g,
    hint: 'a variable is declared with local: local x = 1',
  },
  { written: /\blocal\s+\w+\s*<\w+>/g, hint: 'this is Lua 5.3, which has no <const> and <close>: local x = 1' },
  {
    written: /\b(?:async\s+function|async\s*\(|async\s+\w+|await\s+\w+)/g,
    hint: 'there is no async and await: a call waits for its answer by itself; parallel(…) makes several at once',
  },
  { written: /[.:]then\b/g, hint: 'there are no promises: a call waits for its answer by itself and returns it' },
  {
    written: /\bfor(?:each)?\s*(?:\(|\beach\b)[^\n]*/g,
    hint: 'a loop is for i = 1, n do … end, or for _, item in ipairs(list) do … end',
  },
  {
    written: /\bfor\s+[\w, ]+\s(?:of\b|=(?![^\n]*,))[^\n]*|\bfor\s+[\w, ]+\s+in\b[^\n]*:(?=\s*$)/gm,
    hint: 'a loop is for _, item in ipairs(list) do … end, or for i = 1, n do … end',
  },
  { written: /\bfunction\b[^()\n]*\([^()\n]*\)\s*\{/g, hint: `${BLOCKS}: function name(x) … end`, opens: true },
  {
    written: /\belse\s+if\b[^\n]*[{:]|\}\s*else\b|\belse\s*\{/g,
    hint: `${BLOCKS}: if … then … elseif … then … else … end`,
    opens: true,
  },
  {
    written: /\bif\b[^\n]*\{ *$|\bif\s*\([^\n]*\)\s*\{|\bthen\s*\{/gm,
    hint: `${BLOCKS}: if … then … end`,
    opens: true,
  },
  {
    written: /\bwhile\b[^\n]*\{ *$|\bwhile\s*\([^\n]*\)\s*\{|\bdo\s*\{/gm,
    hint: `${BLOCKS}: while … do … end; repeat … until …`,
    opens: true,
  },
  {
    written: /\btry\b\s*[{:]?|\bcatch\b|\bexcept\b[^\n]*|\bfinally\b|\brescue\b/g,
    hint: 'errors are caught with pcall: local ok, result = pcall(f, …)',
    opens: true,
  },
  { written: /\bthrow\b|\braise\b/g, hint: 'an error is raised with error("message")' },
  {
    written: /\bswitch\b|\bcase\b|\bmatch\s+\w+\s*[:{]|\bdefault\s*:/g,
    hint: 'there is no switch: if … then … elseif … then … else … end',
    opens: true,
  },
  {
    written: /\bnew\s+Date\b/g,
    hint: 'the time is os.time() in seconds, os.date("!%Y-%m-%dT%H:%M:%SZ") as Segment takes it',
  },
  {
    written: /\bnew\s+\w+/g,
    hint: 'there are no classes and no new: a table is { … }, an error is raised with error("message")',
  },
  { written: /\bclass\s+\w+/g, hint: 'there are no classes: functions and tables do, local Thing = {}', opens: true },
  {
    written: /\b(?:import|from|export|using|include)\b[^\n]*/g,
    hint: 'nothing is imported: json, regex and app.integrations.segment are there',
  },
  { written: /\b(?:def|fn|func|fun|sub|proc)\s+\w+[^\n]*/g, hint: 'a function is function name(x) … end' },
  { written: /\blambda\b[^\n]*/g, hint: 'a function is function(x) return x end' },
  { written: /\b(?:elif|elsif|elseif\s*\([^\n]*\)\s*\{)/g, hint: 'it is elseif … then' },
  { written: /\bif\b[^\n]*?:(?=\s*$)|\belse *:/gm, hint: 'it is if … then … else … end' },
  { written: /\bwhile\b[^\n]*?:(?=\s*$)/gm, hint: 'it is while … do … end' },
  {
    written: /\b(?:if|elif|while|and|or|not)\b[^\n]*\bis\b|\bnot\s+in\b|\bif\b[^\n]*\w\s+in\s+\w/g,
    hint: 'equal is ==, not equal is ~=; nothing is nil',
  },
  { written: /\btypeof\b[^\n]*|\binstanceof\b/g, hint: 'the type of a value is type(x) == "string"' },
  { written: /=\s*if\b[^\n]*/g, hint: 'a choice is condition and a or b, or if … then … end around the statement' },
  {
    written:
      /^\s*(?:int|float|double|string|str|bool|boolean|char|long|number|auto|final|static|public|private|void|val|dim|my|our)\s+\w+/gm,
    hint: 'a variable is declared with local: local x = 1',
  },
  {
    written: /\bfunction\b[^()\n]*\([^()\n]*=[^()\n]*\)?/g,
    hint: 'a default is given inside: function f(x) x = x or 1 … end',
  },
  {
    written: /(?<!\bfunction\b[^()\n]*)\((?:(?:[^(){}]|\{[^{}]*\}|\([^()]*\))*,)?\s*\w+\s*=(?!=)/g,
    hint: 'named values stand in a table: f{ name = value }',
  },
  { written: /=\s*\([^()\n]*,[^()\n]*\)/g, hint: 'a list is { 1, 2 }' },
  { written: /["']\s*\.\s*\w+\s*\(?/g, hint: 'a text has its methods with a colon, in parentheses: ("x"):upper()' },
  { written: /["']\s*\.(?!\.)/g, hint: 'texts are joined with two dots: "a" .. "b"' },
  {
    written:
      /(?:\blocal\s+|[{,.]\s*)(?:and|break|do|else|elseif|end|false|for|function|goto|if|in|local|nil|not|or|repeat|return|then|true|until|while)\s*[=(),.]/g,
    hint: 'this is a word of Lua: choose another name; as a field it is t["end"]',
  },
  { written: /\(--[^\n]*/g, hint: '-- begins a comment: x = x - 1' },
  { written: /\b(?:delete|del|unset)\s+\w+/g, hint: 'a field is removed by x.field = nil' },
  { written: /\b(?:echo|puts|printf|say|console\.log)\b[^\n]*/g, hint: 'a line is printed with print(value)' },
  {
    written: /\b(?:continue|next|pass)\b\s*/g,
    hint: 'there is no continue: goto continue, with ::continue:: before the end of the loop; what does nothing is left out',
  },
  { written: /\bunless\b/g, hint: 'it is if not … then … end' },
  {
    written: /\bend(?:if|for|while|function)\b|\bend +(?:if|for|while|function)\b|^\s*(?:fi|done|esac)\b/gm,
    hint: 'every block ends with end',
  },
  {
    written: /\blocal\s+\w+\s*\.[^\n]*|\blocal\s+function\s+\w+[.:][^\n]*/g,
    hint: 'a field is set without local: t.x = 1, function t.f() … end',
  },
  {
    written: /\blocal\s+\w+\s*:\s*\w+|[(,]\s*\w+\s*:\s*\w+\s*[,)]|\bfunction\b[^()\n]*\([^()\n]*\)\s*:\s*\w+/g,
    hint: 'values have types, variables do not: local x = 1, function(x) … end',
  },
  { written: /\.\.\.\w+/g, hint: 'there is no spread: table.unpack(list), or a loop that copies fields' },
  {
    written: /(?<![\w\])"'}]\s*)\{[^{}]*\}\s*[.[]|["']\s*\[/g,
    hint: 'what is indexed stands in parentheses: ({ 1, 2 })[1], ("x"):upper()',
  },
  {
    written: /["'\]]\s*:\s*\S?/g,
    hint: 'a table is { name = value }, with ["any key"] = value for keys that are no names',
  },
  { written: /[{,]\s*\w+\s*:(?!:)\s*\S?/g, hint: 'a table is { name = value }, with = and not :' },
  {
    written: /(?:^|[=(]|[^:]:|\b(?:return|in|and|or))\s*\[|[{,]\s*\[(?![^\]\n]*\]\s*=)/gm,
    hint: 'a list is { 1, 2 }, an empty one json.array({})',
  },
  { written: /\b(?:if|elseif|while|until)\b[^\n=~<>]*[^=~<>!\n]=(?!=)/g, hint: 'equal is ==; one = gives a value' },
  { written: /\b\d+(?:_\d+|n\b|[a-zA-Z]+)/g, hint: 'a number is written plainly: 1000, 0.5, 0xff' },
  {
    written: /\d+\.\.\d*/g,
    hint: 'a loop is for i = 1, 3 do … end; a number and a text are joined with spaces: 1 .. "x"',
  },
  { written: /@\w+/g, hint: 'there are no decorators: call the function' },
  { written: /[“”„‘’«»]/g, hint: 'a text stands in straight quotes: "text"' },
  {
    written: /[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g,
    hint: 'there is an invisible character here: a space is the plain one',
  },
  { written: /[–—−‐‑]/g, hint: 'minus is the plain -' },
  { written: /[≠≤≥×÷]/g, hint: 'it is ~=, <=, >=, *, /' },
  { written: /…/g, hint: 'this is left out: write it, or leave it away' },
];
