import { signal } from '@preact/signals-core';

/** What was done last, for a moment: said to screen readers and shown in a corner. */
export const announcement = signal('');

const SHOWN_MS = 2500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says `text` in the page's status line. */
export const announce = (text: string): void => {
  announcement.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    announcement.value = '';
  }, SHOWN_MS);
};

/** Copies `text`, and says so. @param what Names it: `curl command`. */
export const copyText = async (text: string, what: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied the ${what}`);
  } catch {
    announce(`The browser did not allow copying the ${what}`);
  }
};
