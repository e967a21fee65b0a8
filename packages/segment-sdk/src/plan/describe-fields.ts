import { isObject } from './json-schema/check.js';
import { mapSchema } from './message-schema.js';
import type { PlanRule } from './plan-rule.js';

const MOST_FIELDS = 12;

/** The properties or traits of a rule in a line: `revenue: number, coupon?: string or null`. */
export const describeFields = ({ type, jsonSchema }: PlanRule): string => {
  const schema = type === 'COMMON' ? jsonSchema : mapSchema(type, jsonSchema);
  const members = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const shown = members.slice(0, MOST_FIELDS).map(([name, member]) => {
    const types = isObject(member) ? [member.type].flat().filter((type) => typeof type === 'string') : [];
    return `${name}${required.includes(name) ? '' : '?'}${types.length > 0 ? `: ${types.join(' or ')}` : ''}`;
  });
  return [...shown, ...(members.length > MOST_FIELDS ? ['…'] : [])].join(', ');
};
