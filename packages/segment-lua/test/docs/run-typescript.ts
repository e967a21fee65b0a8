import { runInNewContext } from 'node:vm';

import { createSegment, type SegmentOptions } from '@moonwire/segment-sdk';
import { createSimulator, type Simulator, SIMULATOR_API_TOKEN } from '@moonwire/segment-sdk/simulator';
import axios from 'axios';
import ts from 'typescript';

import { segmentReference } from '../../src/index.js';

/** The lines the documentation says a TypeScript example needs before it. */
export const setup = segmentReference.typescript?.setup ?? '';

/** A program of the set-up and some examples. */
export const programOf = (...examples: readonly string[]): string =>
  `${setup}\nexport default async () => {\n${examples.map((code) => `{\n${code}\n}`).join('\n')}\nawait segment.close();\n};\n`;

const credentials = { SEGMENT_WRITE_KEY: 'simulator-default', SEGMENT_API_TOKEN: SIMULATOR_API_TOKEN };

/** Runs one example with the documented set-up, whose client is led to a simulator. */
export const runTypeScript = async (
  code: string,
): Promise<{ readonly printed: string; readonly simulator: Simulator }> => {
  const simulator = createSimulator();
  const { outputText } = ts.transpileModule(programOf(code), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const onSimulator = (options: SegmentOptions) =>
    createSegment({ ...options, axios: axios.create({ adapter: simulator.adapter }) });
  const exports: { default?: () => Promise<void> } = {};
  let printed = '';
  runInNewContext(outputText, {
    exports,
    require: () => ({ createSegment: onSimulator }),
    process: { env: credentials },
    console: { log: (line: string) => (printed += `${line}\n`) },
  });
  await exports.default?.();
  return { printed, simulator };
};
