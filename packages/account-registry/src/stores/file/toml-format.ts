import { isTree, type Tree } from '../account-record.js';
import type { DocumentFormat } from './document.js';
import { readPlainToml } from './plain-toml.js';
import { prepareSections } from './toml-sections.js';

/** An account is a section of its own; what lies deeper is written on one line. */
const DEEPEST_SECTION = 4;

type Style = InstanceType<typeof import('@decimalturn/toml-patch').TomlFormat>;

/** TOML. Comments, blank lines and the order of keys stay as they were written. */
export const tomlFormat: DocumentFormat = { parse: readTree, write: writeTree };

// Both libraries are loaded where they are needed, which most programs never do.
async function parseWhole(text: string): Promise<unknown> {
  const { parse } = await import('smol-toml');
  return parse(text);
}

async function readTree(text: string): Promise<Tree> {
  const tree = readPlainToml(text) ?? (await parseWhole(text));
  return isTree(tree) ? tree : {};
}

async function writeTree(tree: Tree, before: string): Promise<string> {
  // The library that keeps comments is slow to read with, so it only writes.
  const { TomlFormat, patch, stringify } = await import('@decimalturn/toml-patch');
  const style = (format: Style): Style => Object.assign(format, { inlineTableStart: DEEPEST_SECTION });
  if (before === '') return stringify(tree, style(TomlFormat.default()));
  const prepared = prepareSections(before, await readTree(before), tree, DEEPEST_SECTION);
  return patch(prepared, tree, style(TomlFormat.autoDetectFormat(before)));
}
