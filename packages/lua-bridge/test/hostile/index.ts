import { catching } from './catching.js';
import { garbage } from './garbage.js';
import { memory } from './memory.js';
import { metamethods } from './metamethods.js';
import { nativeWork } from './native-work.js';
import { oddCorners } from './odd-corners.js';
import { patterns } from './patterns.js';

/** Hostile scripts by the kind of attack. Every one must end within its limits. */
export const hostile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'catching the end': catching,
  'work in metamethods': metamethods,
  'work in library functions': nativeWork,
  'exploding patterns': patterns,
  'hoarding memory': memory,
  'leaving garbage': garbage,
  'odd corners': oddCorners,
};
