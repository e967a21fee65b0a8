import { explainMember } from './foreign-names.js';

/** What Lua says when it fails, and what is meant by those who meet it. */
type Rule = readonly [reason: RegExp, explain: (match: RegExpExecArray, line: string) => string | undefined];

const NIL =
  'is nil here: its name may be misspelt, or it comes from a field that is not there; dump(value) shows what is';

const RULES: readonly Rule[] = [
  [/^attempt to call a nil value \((?:field|method) '\?'\)/, () => 'there is no function at this index'],
  [
    /^attempt to \w+ a nil value \(field '\?'\)/,
    () => 'there is nothing at this index: items are counted from 1, and dump(value) shows what there is',
  ],
  [
    /^attempt to call a nil value \((?:field|method) '(.+?)'\)/,
    ([, name = '']) =>
      explainMember(undefined, name) ?? `nothing there is called ${name}; dump(value) shows what there is`,
  ],
  [
    /^attempt to .* nil value \(\w+ '(.+?)'\)/,
    ([, name = ''], line) => explainLength(name) ?? (line.includes('//') ? COMMENT : `${name} ${NIL}`),
  ],
  [
    /^attempt to call a table value/,
    (_, line) =>
      /\bfor\b.*\bin\b/.test(line) ? 'it is for _, item in ipairs(list) do … end' : 'a table is no function',
  ],
  [
    /^attempt to call a (\w+) value/,
    ([, type = '']) => `a ${type} is no function: a ( or { that follows a value calls it`,
  ],
  [
    /^attempt to perform arithmetic on a string value/,
    () => 'texts are joined with ..; the number in a text is tonumber(text)',
  ],
  [/^attempt to perform arithmetic on a table value/, () => 'a list is gone through by a loop; its length is #list'],
  [
    /^attempt to concatenate a table value/,
    () => 'a table is shown by json.encode(value), a list of texts by table.concat(list, ", ")',
  ],
  [/^attempt to concatenate a (?:nil|boolean) value/, () => 'what may be no text is shown by tostring(value)'],
  [
    /^attempt to compare \w+ with nil|^attempt to compare nil/,
    (_, line) => explainLength(line) ?? `one of the two ${NIL}`,
  ],
  [/^attempt to compare (?:number with string|string with number)/, () => 'the number in a text is tonumber(text)'],
  [/^attempt to get length of a (?!nil)/, () => 'only a list and a text have a length'],
  [/^attempt to get length of a/, () => `what should have a length ${NIL}`],
  [/^'for' (?:limit|initial value|step) must be a number/, () => 'it is for i = 1, #list do … end'],
  [
    /^bad argument #1 to '(?:ipairs|pairs|for iterator)' \(table expected, got (\w+)\)/,
    ([, type]) => (type === 'nil' ? `the list ${NIL}` : `a ${type ?? ''} cannot be looped over; a list is { 1, 2 }`),
  ],
  [
    /^bad argument #1 to 'concat'|^invalid value \(at index/,
    () => 'table.concat joins texts and numbers: others go through tostring(value) first',
  ],
  [/^(\w+)\.(\w+) is not in this sandbox/, ([, library, name = '']) => explainMember(library, name)],
  [
    /^attempt to \w+ a \w+ value \(global '(json|regex|string|table|math|os|app)'\)/,
    ([, name = '']) => `${name} was given another value: choose another name`,
  ],
  [
    /^attempt to perform bitwise operation on a string/,
    () => 'texts are joined with ..; logical and, or, not are words',
  ],
  [/^attempt to index a function value/, () => 'a function is called with parentheses: os.date()'],
  [/^attempt to compare two \w+ values/, () => 'tables are compared field by field'],
  [/^attempt to .* nil value|got (?:nil|no value)\)/, () => `what is used here ${NIL}`],
];

const COMMENT = 'a comment begins with --; // divides';

const explainLength = (text: string): string | undefined =>
  /(?:^|\.)(?:length|size|count)\b/.test(text) ? 'the length of a list or text is #value' : undefined;

/**
 * What is probably meant where a script fails.
 * @param reason As Lua has it, without the position.
 * @param line The line that failed, with the insides of its texts blanked.
 */
export const explainRun = (reason: string, line: string): string | undefined => {
  for (const [pattern, explain] of RULES) {
    const match = pattern.exec(reason);
    if (match) return explain(match, line);
  }
  return undefined;
};
