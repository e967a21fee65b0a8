import { InvalidArgumentError } from '@commander-js/extra-typings';

import { UsageError } from './usage-error.js';

/** `NAME=VALUE`, gathered over the uses of an option. */
export const parsePair = (text: string, previous: Readonly<Record<string, string>>): Record<string, string> => {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected NAME=VALUE.');
  return { ...previous, [text.slice(0, at)]: text.slice(at + 1) };
};

/** A number of seconds above zero. */
export const parseSeconds = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError('Expected a positive number of seconds.');
  return value;
};

/** A TCP port; 0 stands for any. */
export const parsePort = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return value;
};

/** An address like `http://127.0.0.1:4010`, with the path below which the API lies, if there is one. */
export const parseAddress = (text: string): string => {
  const { protocol, origin, pathname, username, password, search, hash } = URL.canParse(text) ? new URL(text) : NOWHERE;
  if (!/^https?:$/.test(protocol)) throw new InvalidArgumentError('Expected an address like http://127.0.0.1:4010.');
  // The parser's own error would print them.
  if (username || password) throw new UsageError('an address with credentials is not taken; use one without them');
  if (search || hash) throw new InvalidArgumentError("Expected an address without '?' and '#'.");
  return `${origin}${pathname.replace(/\/+$/, '')}`;
};

const NOWHERE = new URL('about:blank');

/** A whole number above zero. */
export const parseCount = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a whole number above zero.');
  return value;
};

/** A whole number that may be zero. */
export const parseWholeNumber = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('Expected a whole number of at least zero.');
  return value;
};

/** The options of a command, as its declaration says. */
export type FlagsOf<Declare extends () => { opts: () => object }> = Readonly<ReturnType<ReturnType<Declare>['opts']>>;
