import { dirname, relative, resolve } from 'node:path';

import type { Problem } from '../../../check/script/problem.js';
import { FOREIGN_MODULES } from '../../../check/slips/foreign-names.js';
import { findModule } from '../../../host/file-modules.js';

/** What a script requires. */
export interface Required {
  /** The modules that are there. */
  readonly modules: ReadonlySet<string>;
  /** Their files, as paths from here. */
  readonly files: readonly string[];
  /** The modules that there are not. */
  readonly problems: readonly Problem[];
}

const CALL = /\brequire\s*\(?\s*(["'])([^"'\\\n]+)\1/g;

/** Finds the modules that a script names: those that it works out, only a run knows. */
export const findRequired = (code: string, script: string): Required => {
  const folder = script === '-' ? resolve('.') : dirname(resolve(script));
  const modules = new Set<string>();
  const files: string[] = [];
  const problems: Problem[] = [];
  code.split('\n').forEach((text, at) => {
    for (const [, , name = ''] of text.replace(/--.*$/, '').matchAll(CALL)) {
      try {
        files.push(relative('.', findModule(folder, name)));
        modules.add(name);
      } catch (error) {
        // Of a module that others have, the check itself says what is there in its place.
        if (Object.hasOwn(FOREIGN_MODULES, name)) continue;
        problems.push({ line: at + 1, message: (error as Error).message, code: 'unknown_module' });
      }
    }
  });
  return { modules, files, problems };
};
