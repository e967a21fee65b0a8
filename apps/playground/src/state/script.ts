import { signal } from '@preact/signals-core';

/** The script as it stands in the editor. */
export const script = signal('');
