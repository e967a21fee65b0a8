import type { ReferenceEvent } from '@moonwire/docs-gen';
import type { Plan } from '@moonwire/segment-sdk/plan';

import { describeEvents } from './plan-reference.js';

/**
 * What calls may send whose accounts are held to several plans: the events of all of them. An event that they describe
 * differently may have any properties; traits that one of them says nothing of are any.
 */
export const shareEvents = (plans: readonly Plan[]): ReferenceEvent[] => {
  const lists = [...new Set(plans)].map(describeEvents);
  const names = new Set(lists.flat().map(({ name }) => name));
  return [...names].flatMap((name) => {
    const found = lists.flatMap((events) => events.filter((event) => event.name === name));
    const [first] = found;
    if (first === undefined || (first.operation !== 'track' && found.length < lists.length)) return [];
    const isAgreed = new Set(found.map(({ schema }) => JSON.stringify(schema))).size === 1;
    return [isAgreed ? first : { ...first, schema: {}, required: false }];
  });
};
