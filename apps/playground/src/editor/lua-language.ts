import { StreamLanguage } from '@codemirror/language';
import { lua } from '@codemirror/legacy-modes/mode/lua';

/** Lua as the editor reads it. */
export const luaLanguage = StreamLanguage.define(lua);
