import type { DocumentFormat } from './document.js';

/** An account is a section of its own; what lies deeper is written on one line. */
const deepestSection = 4;

/** Loads TOML, which most programs do without. Comments, blank lines and the order of keys stay as they were written. */
export async function loadTomlFormat(): Promise<DocumentFormat> {
  const { TomlFormat, parse, patch, stringify } = await import('@decimalturn/toml-patch');
  const style = (text?: string): InstanceType<typeof TomlFormat> =>
    Object.assign(text === undefined ? TomlFormat.default() : TomlFormat.autoDetectFormat(text), { inlineTableStart: deepestSection });
  return {
    parse: (text) => parse(text) as unknown,
    write: (tree, before) => (before === '' ? stringify(tree, style()) : patch(before, tree, style(before))),
  };
}
