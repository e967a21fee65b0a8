import { type Reference, type RenderedFile, standardTargets } from '../src/index.js';

/** The files of one standard target. */
export const render = (target: string, reference: Reference): readonly RenderedFile[] => {
  const found = standardTargets.find(({ name }) => name === target);
  if (!found) throw new Error(`no target ${target}`);
  return found.render(reference);
};
