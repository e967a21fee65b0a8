import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';

import type { PlannedProperty } from '../../plan/open-plan.js';
import { openedPlan } from '../../state/plan.js';
import { findToken } from '../lua/lua-lines.js';
import type { CallSite } from './call-at.js';
import { findCall } from './call-at.js';
import { renderParameterTip } from './documentation-tip.js';

const EVENT = /\bevent\s*=\s*(["'])([^"'\\\n]*)$/;

/** The names of the planned events, in the string that is the event of a `track`. */
export const completeEvent = (context: CompletionContext): CompletionResult | null => {
  const { state, pos } = context;
  const events = openedPlan.value?.plan.events ?? [];
  const token = findToken(state, pos, -1);
  if (events.length === 0 || token?.kind !== 'string') return null;
  const written = EVENT.exec(state.sliceDoc(Math.max(0, pos - 200), pos));
  const from = pos - (written?.[2]?.length ?? 0);
  if (!written || findCall(state, from - 1)?.fn.name !== 'track') return null;
  return { from, options: events.map((label) => ({ label, type: 'text' })), validFor: /^[^"'\\\n]*$/ };
};

const toCompletion = ({ name, type, required, description }: PlannedProperty, index: number): Completion => ({
  label: name,
  type: 'property',
  detail: required ? `${type || 'any'}, required` : type || 'any',
  boost: 90 - index,
  apply: `${/^[A-Za-z_]\w*$/.test(name) ? name : `[${JSON.stringify(name)}]`} = `,
  info: () =>
    renderParameterTip({ name, type: type || 'any', required, description } as Parameters<
      typeof renderParameterTip
    >[0]),
});

/** What the plan knows for the table of properties or traits that the cursor is in. */
export const listPlanned = (context: CompletionContext, { fn, depth, parameter, from }: CallSite): Completion[] => {
  if (depth !== 2 || !['properties', 'traits'].includes(parameter ?? '')) return [];
  const { state, pos } = context;
  const before = state.sliceDoc(from, pos);
  const event = /\bevent\s*=\s*(["'])([^"'\\\n]*)\1/.exec(before)?.[2];
  const given = before.slice(before.lastIndexOf(parameter ?? ''));
  return (openedPlan.value?.propertiesOf(fn.name, event) ?? [])
    .filter(({ name }) => !new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b["\\]]*\\s*=`).test(given))
    .map(toCompletion);
};
