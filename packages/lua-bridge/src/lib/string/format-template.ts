import { latin1, type LuaString, stringKey } from '../../vm/values/string.js';
import type { Conversion } from './format-number.js';

/** A conversion in a template of `string.format`. */
export interface ReadConversion extends Conversion {
  /** Whether there is nothing but the letter. */
  readonly isBare: boolean;
  /** Where it ends in the template. */
  readonly end: number;
}

/* Letters of the conversions that there are. */
const LETTERS = 'cdiouxXaAeEfgGqs';

/* The conversion behind a percent sign; what is wrong with it, if it is none. */
const readConversion = (template: Uint8Array, at: number): ReadConversion | string => {
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

/** A template as it is read: its conversions, and what is written before each and behind the last. */
export interface Template {
  readonly conversions: readonly ReadConversion[];
  readonly texts: readonly string[];
  /** What is wrong behind the last of them; what follows is not read. */
  readonly fault: string | undefined;
}

const PERCENT = 37;

/* Reads up to so many conversions and one more. */
const read = (template: Uint8Array, most: number): Template => {
  const conversions: ReadConversion[] = [];
  const texts: string[] = [];
  let text = '';
  for (let at = 0; at < template.length && conversions.length <= most;) {
    const percent = template.indexOf(PERCENT, at);
    text += latin1(template.subarray(at, percent < 0 ? template.length : percent));
    if (percent < 0) break;
    if (template[percent + 1] === PERCENT) {
      text += '%';
      at = percent + 2;
      continue;
    }
    const conversion = readConversion(template, percent + 1);
    if (typeof conversion === 'string') return { conversions, texts: [...texts, text], fault: conversion };
    texts.push(text);
    conversions.push(conversion);
    text = '';
    at = conversion.end;
  }
  return { conversions, texts: [...texts, text], fault: undefined };
};

/* Templates that are kept, and how long they may be: a script uses few, again and again. */
const MOST = 100;
const LONGEST = 200;

const known = new Map<string, Template>();

/** Reads a template, of a long one no more than is needed to see that it has more conversions than there are values. */
export const readTemplate = (template: LuaString, values: number): Template => {
  if (template.length > LONGEST) return read(template.bytes, values);
  const text = stringKey(template);
  let found = known.get(text);
  if (found === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(text, (found = read(template.bytes, LONGEST)));
  }
  return found;
};
