import { writeGroupList } from '../markdown/group.js';
import { writeCodeBlock, writeCodeSpan, writeText } from '../markdown/text.js';
import { type FunctionDoc, functionsOf, selectCore, selectOthers, writeSignature } from '../reference/function-doc.js';
import { groupsOf } from '../reference/group-doc.js';
import type { Guide, Reference } from '../reference/reference.js';

/** What there is and how to call it. */
export const writeOverview = (reference: Reference): Guide => {
  const functions = functionsOf(reference);
  const others = selectOthers(functions);
  return {
    name: 'overview',
    title: `${reference.title} from Lua`,
    summary: 'What there is and how to call it',
    text: [
      ...(reference.summary === undefined ? [] : [writeText(reference.summary)]),
      `Every function takes one table. Each is a field of ${writeCodeSpan(reference.namespace)}:`,
      listFunctions(selectCore(functions)),
      ...(others.length === 0 ? [] : ['## More functions', listFunctions(others)]),
      ...listGroups(reference),
      ...describeFailing(reference),
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
  };
};

const listFunctions = (functions: readonly FunctionDoc[]): string =>
  functions.map((doc) => `- ${writeCodeSpan(writeSignature(doc))}: ${writeText(doc.summary)}`).join('\n');

const listGroups = (reference: Reference): string[] => {
  const groups = groupsOf(reference);
  if (groups.length === 0) return [];
  return [
    '## Groups of functions',
    writeGroupList(groups, ({ name, functions }) => `${writeCodeSpan(name)} (${functions.length})`),
  ];
};

const describeFailing = ({ namespace, operations }: Reference): string[] => {
  const [first] = operations;
  if (!first) return [];
  const code = [
    `local ok, err = pcall(${namespace}.${first.name}, {})`,
    'if not ok then',
    '  print(err.code, err.message)',
    'end',
  ].join('\n');
  return ['## When a call fails', 'It raises an error table with `code` and `message`.', writeCodeBlock('lua', code)];
};
