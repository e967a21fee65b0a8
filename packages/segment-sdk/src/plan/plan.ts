import type { Violation } from '../contract/violation.js';
import type { SchemaObject } from './json-schema/check.js';
import { createKeeper } from './keep-event.js';
import type { PlanDocument, RuleType } from './plan-rule.js';
import { readPlannedEvents } from './planned-events.js';
import { readPlan } from './read-plan.js';
import { compileRule } from './rule-check.js';

/** A tracking plan that events can be checked against. */
export interface Plan {
  /** The plan and all its rules, by type, name and version: what a file of it holds. */
  readonly document: PlanDocument;
  /** Names of the events of `track` that are in the plan. */
  readonly events: readonly string[];
  /**
   * What an event breaks; empty if it keeps to the plan. An event is what a call takes, with its `type` (`track` where
   * there is none). Checked are the rule of its event (the version of `context.protocols.event_version`, or the newest
   * one that is not deprecated) and then the common schema.
   */
  readonly check: (event: object) => readonly Violation[];
  /** What a client does with its events; see the option `plan` of `createSegment`. */
  readonly keep: ReturnType<typeof createKeeper>;
  /** The {@link document}. */
  readonly toJSON: () => PlanDocument;
}

/**
 * Reads a tracking plan and makes it ready to check events: Segment's own, as the Public API answers it with the rules
 * of all pages; a file of Typewriter, old or new; or `{ events: { 'Signed Up': { properties: { plan: 'string' } } } }`.
 * No code is generated, so it works where `eval` is forbidden.
 * @throws {SegmentError} `invalid_plan`, with the `field` of the plan
 * @example
 * const plan = createPlan(JSON.parse(await readFile('plan.json', 'utf8')));
 * plan.check({ event: 'Sign Up' }); // [{ type: 'Unplanned Event', field: 'event', suggestion: 'Signed Up', … }]
 */
export const createPlan = (json: unknown): Plan => {
  const document = readPlan(json);
  const planned = readPlannedEvents(document.rules);
  const common = document.rules.filter(({ type }) => type === 'COMMON').map(compileRule);
  const check = (event: object): readonly Violation[] => {
    const given = event as SchemaObject;
    const type = ruleTypeOf(given.type);
    const rule = type && planned.find(type, given);
    const violations: Violation[] = [];
    if (typeof rule === 'function') rule(given, violations);
    else if (rule) violations.push(rule);
    for (const checkCommon of common) checkCommon(given, violations);
    return violations;
  };
  return { document, events: planned.names, check, keep: createKeeper(check), toJSON: () => document };
};

const TYPES: Readonly<Record<string, RuleType>> = {
  track: 'TRACK',
  identify: 'IDENTIFY',
  group: 'GROUP',
  page: 'PAGE',
  screen: 'SCREEN',
};

const ruleTypeOf = (type: unknown = 'track'): RuleType | undefined =>
  typeof type === 'string' && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
