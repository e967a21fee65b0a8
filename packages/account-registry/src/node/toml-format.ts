import { type Tree, isTree } from '../account-record.js';
import type { DocumentFormat } from './document.js';
import { prepareSections } from './toml-sections.js';

/** An account is a section of its own; what lies deeper is written on one line. */
const deepestSection = 4;

/** Loads TOML, which most programs do without. Comments, blank lines and the order of keys stay as they were written. */
export async function loadTomlFormat(): Promise<DocumentFormat> {
  const { TomlFormat, parse, patch, stringify } = await import('@decimalturn/toml-patch');
  const style = (text?: string): InstanceType<typeof TomlFormat> =>
    Object.assign(text === undefined ? TomlFormat.default() : TomlFormat.autoDetectFormat(text), { inlineTableStart: deepestSection });
  const parseTree = (text: string): Tree => {
    const tree: unknown = parse(text);
    return isTree(tree) ? tree : {};
  };
  return {
    parse: parseTree,
    write: (tree, before) => {
      if (before === '') return stringify(tree, style());
      const prepared = prepareSections(before, parseTree(before), tree, deepestSection);
      return patch(prepared, tree, style(before));
    },
  };
}
