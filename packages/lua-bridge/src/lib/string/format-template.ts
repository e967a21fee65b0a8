import { latin1 } from '../../vm/values/string.js';
import type { Conversion } from './format-number.js';

/** A conversion in a template of `string.format`. */
export interface ReadConversion extends Conversion {
  /** Whether there is nothing but the letter. */
  readonly isBare: boolean;
  /** Where it ends in the template. */
  readonly end: number;
}

/** Letters of the conversions that there are. */
const LETTERS = 'cdiouxXaAeEfgGqs';

/** The conversion behind a percent sign; what is wrong with it, if it is none. */
export const readConversion = (template: Uint8Array, at: number): ReadConversion | string => {
  const text = latin1(template.subarray(at, at + 24));
  const [all, flags = '', width = '', dot, precision = '', letter = ''] = /^([-+ #0]*)(\d*)(\.(\d*))?([^]?)/.exec(
    text,
  ) ?? [''];
  if (flags.length > 5) return 'invalid format (repeated flags)';
  if (width.length > 2 || precision.length > 2) return 'invalid format (width or precision too long)';
  if (letter === '' || !LETTERS.includes(letter)) return `invalid option '%${quoteLetter(letter)}' to 'format'`;
  return {
    flags,
    width: Number(width),
    precision: dot === undefined ? undefined : Number(precision),
    letter,
    isBare: all.length === 1,
    end: at + all.length,
  };
};

const quoteLetter = (letter: string): string =>
  /[ -~]/.test(letter) ? letter : `<\\${letter === '' ? 0 : letter.charCodeAt(0)}>`;

/** A template: its conversions, and what is written before each and behind the last. */
export interface Template {
  readonly conversions: readonly ReadConversion[];
  readonly texts: readonly string[];
}

const PERCENT = 37;

const readTemplate = (template: Uint8Array): Template | undefined => {
  const conversions: ReadConversion[] = [];
  const texts: string[] = [];
  let text = '';
  for (let at = 0; at < template.length;) {
    const percent = template.indexOf(PERCENT, at);
    text += latin1(template.subarray(at, percent < 0 ? template.length : percent));
    if (percent < 0) break;
    if (template[percent + 1] === PERCENT) {
      text += '%';
      at = percent + 2;
      continue;
    }
    const conversion = readConversion(template, percent + 1);
    if (typeof conversion === 'string') return undefined;
    texts.push(text);
    conversions.push(conversion);
    text = '';
    at = conversion.end;
  }
  return { conversions, texts: [...texts, text] };
};

/* Templates that are kept, and how long they may be: a script uses few, again and again. */
const MOST = 100;
const LONGEST = 200;

const known = new Map<string, Template | undefined>();

/** The template that is written as a text of one character per byte; undefined if it is long or not right. */
export const findTemplate = (text: string): Template | undefined => {
  if (text.length > LONGEST) return undefined;
  if (!known.has(text)) {
    if (known.size >= MOST) known.clear();
    known.set(text, readTemplate(Uint8Array.from(text, (character) => character.charCodeAt(0))));
  }
  return known.get(text);
};
