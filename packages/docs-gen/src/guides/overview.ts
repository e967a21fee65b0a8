import { coreOf, type FunctionDoc, functionsOf, othersOf } from '../function-doc.js';
import { codeBlock, codeSpan, inlineText } from '../markdown/text.js';
import type { Guide, Reference } from '../reference.js';
import { signatureOf } from '../signature.js';

/** What there is and how to call it. */
export const overviewGuide = (reference: Reference): Guide => {
  const functions = functionsOf(reference);
  const others = othersOf(functions);
  return {
    name: 'overview',
    title: `${reference.title} from Lua`,
    summary: 'What there is and how to call it',
    text: [
      ...(reference.summary === undefined ? [] : [inlineText(reference.summary)]),
      `Every function takes one table. Each is a field of ${codeSpan(reference.namespace)}:`,
      functionList(coreOf(functions)),
      ...(others.length === 0 ? [] : ['## More functions', functionList(others)]),
      ...failing(reference),
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
  };
};

const functionList = (functions: readonly FunctionDoc[]): string =>
  functions.map((doc) => `- ${codeSpan(signatureOf(doc))}: ${inlineText(doc.summary)}`).join('\n');

const failing = ({ namespace, operations }: Reference): string[] => {
  const [first] = operations;
  if (!first) return [];
  const code = [
    `local ok, err = pcall(${namespace}.${first.name}, {})`,
    'if not ok then',
    '  print(err.code, err.message)',
    'end',
  ].join('\n');
  return ['## When a call fails', 'It raises an error table with `code` and `message`.', codeBlock('lua', code)];
};
