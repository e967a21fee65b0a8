import { writeCodeBlock, writeText } from '../markdown/text.js';
import { functionsOf } from '../reference/function-doc.js';
import type { Reference } from '../reference/reference.js';
import { renderTypeScriptExample } from '../typescript/example.js';

/** The examples of every function as TypeScript calls, on one Markdown page. */
export const renderTypeScriptExamples = (reference: Reference): string =>
  `${[
    `# ${writeText(reference.title)} — TypeScript examples`,
    ...(reference.typescript ? [writeCodeBlock('ts', reference.typescript.setup)] : []),
    ...functionsOf(reference)
      .filter(({ examples }) => examples.length > 0)
      .flatMap((doc) => [
        `## ${writeText(doc.name)}`,
        writeText(doc.summary),
        ...doc.examples.map((example) => writeCodeBlock('ts', renderTypeScriptExample(reference, doc, example))),
      ]),
  ].join('\n\n')}\n`;
