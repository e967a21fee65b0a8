import { type Field, typeOf } from '../field.js';

const names: Readonly<Record<string, string>> = { object: 'table<string, any>', null: 'nil' };

/**
 * A field's type in LuaLS annotations.
 * @param className What the field's inner fields are declared as, if it has any.
 */
export const luaType = ({ schema, fields }: Field, className: string): string => {
  if (fields.length > 0) return schema.type === 'array' ? `${className}[]` : className;
  return typeOf(schema, (type) => names[type] ?? type).replaceAll(' | ', '|');
};
