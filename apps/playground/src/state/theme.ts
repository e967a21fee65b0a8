import { effect, signal } from '@preact/signals-core';

import { siteStore } from './storage.js';

/** `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

const STORED = 'playground.theme';
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const stored = THEMES.find((known) => known === siteStore.read(STORED));

/** The theme the reader chose. */
export const theme = signal<Theme>(stored ?? 'auto');

/** Switches to the next theme: auto, light, dark, and round again. */
export const nextTheme = (): void => {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'auto';
};

/** Keeps the document and the browser's storage in line with {@link theme}. */
export const followTheme = (): void => {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    siteStore.write(STORED, theme.value);
  });
};
