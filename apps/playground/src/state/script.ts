import { signal } from '@preact/signals-core';

/** The script as it stands in the editor. */
export const script = signal('');

/** The script's name in positions and exports. */
export const SCRIPT_NAME = 'script.lua';
