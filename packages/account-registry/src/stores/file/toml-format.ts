import { isTree, type Tree } from '../account-record.js';
import type { DocumentFormat } from './document.js';
import { Malformed } from './malformed.js';
import { readPlainToml } from './plain-toml.js';
import { prepareSections } from './toml-sections.js';

/** An account is a section of its own; what lies deeper is written on one line. */
const DEEPEST_SECTION = 4;

type Style = InstanceType<typeof import('@decimalturn/toml-patch').TomlFormat>;

/** TOML. Comments, blank lines and the order of keys stay as they were written. */
export const tomlFormat: DocumentFormat = { parse: readTree, write: writeTree };

// Both libraries are loaded where they are needed, which most programs never do.
async function parseWhole(text: string): Promise<unknown> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return parse(text);
  } catch (fault) {
    if (!(fault instanceof TomlError)) throw fault;
    throw new Malformed(`it is no TOML at line ${fault.line}, column ${fault.column}`);
  }
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
  // With ends of both kinds the library complains on the console.
  const plain = before.replaceAll('\r\n', '\n');
  const prepared = prepareSections(plain, await readTree(plain), tree, DEEPEST_SECTION);
  const after = patch(prepared, tree, style(TomlFormat.autoDetectFormat(plain)));
  return plain === before ? after : after.replaceAll('\n', '\r\n');
}
