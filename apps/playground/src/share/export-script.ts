import { announce } from '../elements/clipboard.js';
import { SCRIPT_NAME } from '../protocol/script-name.js';
import { script } from '../state/script.js';

/** Saves the script as `script.lua`. */
export const exportScript = (): void => {
  const address = URL.createObjectURL(new Blob([script.value], { type: 'text/x-lua' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = SCRIPT_NAME;
  anchor.click();
  URL.revokeObjectURL(address);
  announce(`Saved ${SCRIPT_NAME}`);
};
