/** The script's name in positions and exports. */
export const SCRIPT_NAME = 'script.lua';
