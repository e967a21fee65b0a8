import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { standardTargets } from '@moonwire/docs-gen';

import { openReference } from '../../session/docs.js';
import { complain, countOff } from '../../terminal/terminal.js';

/** Writes every kind of reference that docs-gen knows, with the events of a plan. */
export const writeDocs = async (file: string, folder: string): Promise<void> => {
  const reference = await openReference([file]);
  const files = standardTargets.flatMap(({ render }) => render(reference));
  for (const { path, text } of files) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
  complain(
    `Wrote ${countOff(files.length, 'file')} to ${folder}, with ${countOff(reference.events?.length ?? 0, 'event')}.`,
  );
};
