import { type Tree, isTree } from '../account-record.js';
import type { DocumentFormat } from './document.js';
import { prepareSections } from './toml-sections.js';

/** An account is a section of its own; what lies deeper is written on one line. */
const deepestSection = 4;

type Style = InstanceType<typeof import('@decimalturn/toml-patch').TomlFormat>;

async function written(tree: Tree, before: string, treeBefore: Tree): Promise<string> {
  // The library that keeps comments is slow to load and to read with, so it only writes.
  const { TomlFormat, patch, stringify } = await import('@decimalturn/toml-patch');
  const style = (format: Style): Style => Object.assign(format, { inlineTableStart: deepestSection });
  if (before === '') return stringify(tree, style(TomlFormat.default()));
  return patch(prepareSections(before, treeBefore, tree, deepestSection), tree, style(TomlFormat.autoDetectFormat(before)));
}

/** Loads TOML, which most programs do without. Comments, blank lines and the order of keys stay as they were written. */
export async function loadTomlFormat(): Promise<DocumentFormat> {
  const { parse } = await import('smol-toml');
  const parseTree = (text: string): Tree => {
    const tree: unknown = parse(text);
    return isTree(tree) ? tree : {};
  };
  return { parse: parseTree, write: (tree, before) => written(tree, before, parseTree(before)) };
}
