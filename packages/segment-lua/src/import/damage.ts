/*
 * Bytes that are no text in the encoding of their file travel as lone surrogates, U+DC00 plus the byte, as Python's
 * "surrogateescape" has it: no text that was read rightly holds one, and none of the file is lost.
 */

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Stands for a byte where it is not known which it was. */
const ANY_BYTE = '\uDC00';

/** The stand-in for a byte. */
export const escapeByte = (byte: number): string => String.fromCharCode(ANY_BYTE.charCodeAt(0) + byte);

/** Marks as damage what a decoder could only replace. */
export const markReplaced = (text: string): string => text.replaceAll('\uFFFD', ANY_BYTE);

/** Whether bytes of a text could not be read. */
export const isDamaged = (text: string): boolean => LONE_SURROGATE.test(text);

/** Says what is wrong with a damaged text. */
export const describeDamage = (text: string): string => {
  const byte = (LONE_SURROGATE.exec(text)?.[0] ?? ANY_BYTE).charCodeAt(0) - ANY_BYTE.charCodeAt(0);
  const which = byte > 0 && byte < 256 ? `the byte 0x${byte.toString(16).toUpperCase()}` : 'bytes';
  return `holds ${which}, no text in the encoding of the file; name it with --encoding, such as windows-1252`;
};

const CONTROL = /(?=\p{Cc})[^\s\u007F-\u009F]/gu;
/** The character that DOS ends its files by. */
export const END_OF_FILE = '\x1A';

/** Whether a text holds characters that no text holds, as archives do. */
export const holdsControls = (text: string): boolean =>
  text.match(CONTROL)?.some((control) => control !== END_OF_FILE) === true;
