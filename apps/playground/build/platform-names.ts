import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Of the EditContext API, by which Chrome takes what is written on Android; TypeScript does not declare it yet. */
const EDIT_CONTEXT = `
  EditContext editContext text selectionStart selectionEnd characterBoundsRangeStart updateText updateSelection
  updateControlBounds updateSelectionBounds updateCharacterBounds characterBounds attachedElements ontextupdate
  ontextformatupdate oncharacterboundsupdate oncompositionstart oncompositionend TextUpdateEvent updateRangeStart
  updateRangeEnd TextFormatUpdateEvent getTextFormats TextFormat rangeStart rangeEnd underlineStyle underlineThickness
  CharacterBoundsUpdateEvent`;

const wordsIn = (text: string): string[] => text.match(/[\w$]+/g) ?? [];

/** Every word in the declarations of JavaScript and of browsers: what they call something stays called so. */
export const listPlatformNames = (): ReadonlySet<string> => {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript/lib/lib.dom.d.ts'));
  const files = readdirSync(folder).filter((name) => /^lib\.(?:dom|es|webworker).*\.d\.ts$/.test(name));
  const declared = files.flatMap((name) => wordsIn(readFileSync(join(folder, name), 'utf8')));
  return new Set([...declared, ...wordsIn(EDIT_CONTEXT)]);
};
