import type { Violation } from '../contract/violation.js';
import { unknownName } from '../schema/suggest.js';
import { describeFields } from './describe-fields.js';
import { isObject, type SchemaObject } from './json-schema/check.js';
import { chooseNewest, groupRules, type PlanRule, type RuleType } from './plan-rule.js';
import { compileRule, type RuleCheck } from './rule-check.js';

/** The versions of one event, or of one kind of call. */
interface Versions {
  readonly checks: ReadonlyMap<number, RuleCheck>;
  /** What counts for an event that does not say which version it is of. */
  readonly newest: RuleCheck;
}

/** Finds the rule that an event is to keep to. */
export interface PlannedEvents {
  /** Names of the events of `track`, in the order of the plan. */
  readonly names: readonly string[];
  /** Its check, or what is wrong with its name or version; nothing for kinds of calls the plan does not name. */
  readonly find: (type: RuleType, event: SchemaObject) => RuleCheck | Violation | undefined;
}

/** Sorts the rules by what they are about. @throws {SegmentError} `invalid_plan` */
export const readPlannedEvents = (rules: readonly PlanRule[]): PlannedEvents => {
  const events = groupVersions(rules.filter(({ type }) => type === 'TRACK'));
  const kinds = groupVersions(rules.filter(({ type }) => type !== 'TRACK' && type !== 'COMMON'));
  const names = [...events.keys()];
  const unplanned = new Map<string, Violation>();
  return {
    names,
    find: (type, event) => {
      if (type !== 'TRACK') return choose(kinds.get(type), event, type);
      const name = typeof event.event === 'string' ? event.event : '';
      return events.has(name)
        ? choose(events.get(name), event, `'${name}'`)
        : remember(unplanned, name, () => unplannedEvent(name, names, rules));
    },
  };
};

const groupVersions = (rules: readonly PlanRule[]): ReadonlyMap<string, Versions> =>
  new Map([...groupRules(rules)].map(([name, group]) => [name, versionsOf(group)]));

const versionsOf = (rules: readonly PlanRule[]): Versions => {
  const sorted = [...rules].sort((a, b) => b.version - a.version);
  const checks = new Map(sorted.map((rule) => [rule.version, compileRule(rule)]));
  const { version } = chooseNewest(rules) as PlanRule;
  return { checks, newest: checks.get(version) as RuleCheck };
};

/** How many names that are not in the plan are remembered: a program says the same wrong ones again and again. */
const MOST_REMEMBERED = 1_000;

const remember = (known: Map<string, Violation>, name: string, create: () => Violation): Violation => {
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const made = create();
  known.set(name, made);
  return made;
};

const VERSION_FIELD = 'context.protocols.event_version';

const choose = (
  versions: Versions | undefined,
  event: SchemaObject,
  what: string,
): RuleCheck | Violation | undefined => {
  const protocols = isObject(event.context) ? event.context.protocols : undefined;
  const given = isObject(protocols) ? protocols.event_version : undefined;
  if (!versions || given === undefined) return versions?.newest;
  const check = versions.checks.get(Number(given));
  if (check) return check;
  const known = [...versions.checks.keys()].reverse().join(', ');
  const message = `version ${JSON.stringify(given)} of ${what} is not in the plan, which has ${known}`;
  return { type: 'Unplanned Event', field: VERSION_FIELD, message };
};

const unplannedEvent = (name: string, names: readonly string[], rules: readonly PlanRule[]): Violation => {
  const { suggestion } = unknownName('event', name, names);
  const message = `event '${name}' is not in the plan`;
  if (suggestion === undefined) return { type: 'Unplanned Event', field: 'event', message };
  const fields = describeFields(rules.findLast(({ type, key }) => type === 'TRACK' && key === suggestion) as PlanRule);
  const meant = `Did you mean '${suggestion}'${fields && ` (${fields})`}`;
  return { type: 'Unplanned Event', field: 'event', message: `${message}. ${meant}`, suggestion };
};
