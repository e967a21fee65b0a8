import { functionsOf } from '../function-doc.js';
import { codeBlock, inlineText } from '../markdown/text.js';
import type { Reference } from '../reference.js';
import { renderTypeScriptExample } from '../typescript/example.js';

/** The examples of every function as TypeScript calls, on one Markdown page. */
export const renderTypeScriptExamples = (reference: Reference): string =>
  `${[
    `# ${inlineText(reference.title)} — TypeScript examples`,
    ...(reference.typescript ? [codeBlock('ts', reference.typescript.setup)] : []),
    ...functionsOf(reference)
      .filter(({ examples }) => examples.length > 0)
      .flatMap((doc) => [
        `## ${inlineText(doc.name)}`,
        inlineText(doc.summary),
        ...doc.examples.map((example) => codeBlock('ts', renderTypeScriptExample(reference, doc, example))),
      ]),
  ].join('\n\n')}\n`;
