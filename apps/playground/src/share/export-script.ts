import { saveFile } from '../elements/save-file.js';
import { SCRIPT_NAME } from '../protocol/script-name.js';
import { script } from '../state/script.js';

/** Saves the script as `script.lua`. */
export const exportScript = (): void => {
  saveFile(SCRIPT_NAME, 'text/x-lua', script.value);
};
