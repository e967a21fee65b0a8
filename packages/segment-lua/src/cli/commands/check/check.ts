import { resolve } from 'node:path';

import { checkScript } from '../../../check/check-script.js';
import { inOrder, type Problem } from '../../../check/script/problem.js';
import { openSession } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { readScript } from '../../terminal/read-script.js';
import { chooseColors, say, sayJson } from '../../terminal/terminal.js';
import type { CheckFlags } from './check-command.js';
import { findRequired } from './find-required.js';

/** A problem and the file it is in. */
interface FileProblem extends Problem {
  readonly file: string;
}

/** Checks scripts and prints a line for each problem. */
export const checkFiles = async (files: readonly string[], flags: CheckFlags): Promise<void> => {
  const { host } = await openSession(flags, {});
  const problems: FileProblem[] = [];
  // Modules that scripts require are checked with them, each once.
  const left = [...files];
  const checked = new Set<string>();
  for (let file = left.shift(); file !== undefined; file = left.shift()) {
    if (checked.has(resolve(file))) continue;
    checked.add(resolve(file));
    const { code, name } = await readScript(file);
    const required = findRequired(code, file);
    left.push(...required.files);
    const found = [...(await checkScript(host, code, name, required.modules)), ...required.problems].sort(inOrder);
    problems.push(...found.map((problem) => ({ file: file === '-' ? name : file, ...problem })));
  }
  if (flags.json) sayJson(problems);
  else for (const problem of problems) sayProblem(problem);
  if (problems.length > 0) process.exitCode = EXIT.failed;
  await host.close();
};

const sayProblem = ({ file, line, column, message, code, hint }: FileProblem): void => {
  const paint = chooseColors(process.stdout);
  const position = [file, line, ...(column === undefined ? [] : [column])].join(':');
  say(`${position}: ${paint.red(message)} ${paint.dim(`[${code}]`)}`);
  if (hint !== undefined) say(`  hint: ${hint}`);
};
