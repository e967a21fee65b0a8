// Runs the programs that use the packed packages in other runtimes than Node. They are too large for every `npm test`.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { consumers, emptyProject, expectWorks, inFolder, packages, packAll } from './packed-projects.mjs';

const RUNTIMES = {
  deno: { package: 'deno@2', run: (file) => ['run', '--allow-all', file] },
  bun: { package: 'bun@1', run: (file) => [file] },
};

const PROGRAMS = ['threads.mjs', ...packages.map((name) => `${name}.ts`)];

await inFolder(async (work) => {
  const project = join(work, 'project');
  const names = Object.values(RUNTIMES).map((runtime) => runtime.package);
  emptyProject(project, [...Object.values(packAll(work)), ...names], { type: 'module' });
  for (const file of PROGRAMS) copyFileSync(join(consumers, file), join(project, file));
  for (const [name, { run }] of Object.entries(RUNTIMES)) {
    const command = join(project, 'node_modules/.bin', name);
    const { version } = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'));
    for (const file of PROGRAMS) {
      expectWorks(`${name} ${version}: ${file}`, command, run(file), project);
      console.log(`${name} ${version}: ${file} works`);
    }
  }
});
