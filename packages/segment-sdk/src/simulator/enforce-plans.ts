import type { Violation } from '../contract/violation.js';
import { omitFields } from '../plan/omit-fields.js';
import { type JsonObject, receiveEvents } from './received-event.js';
import type { ReceivedEvent } from './types.js';

/** What a source does with events that break its tracking plan, as its schema settings say. */
export interface Enforcement {
  /** The plan, by `createPlan` of `@moonwire/segment-sdk/plan`. */
  readonly plan: {
    readonly check: (event: object) => readonly Violation[];
    readonly document: { readonly id?: string };
  };
  /** Events of `track` that are not in the plan. Default `allow`. */
  readonly unplannedEvents?: 'allow' | 'block';
  /** Properties and traits that are not in the plan. Default `allow`. */
  readonly unplannedProperties?: 'allow' | 'omit';
  /** All else that breaks the plan: the event passes, without what breaks it, or not at all. Default `allow`. */
  readonly violations?: 'allow' | 'omit' | 'block';
  /** Write key of the source that is told of each violation by an event `Violation Generated`. Default: none is. */
  readonly forwardViolationsTo?: string;
  /** Write key of the source that is sent what was blocked. Default: it is lost. */
  readonly forwardBlockedTo?: string;
}

/** An event that broke the plan of its source. */
export interface BrokenEvent {
  /** As it was sent. */
  readonly event: ReceivedEvent;
  readonly violations: readonly Violation[];
  readonly outcome: 'allowed' | 'omitted' | 'blocked';
}

/** Holds events to the plans of their sources. */
export interface PlanEnforcer {
  /** For `createSimulator({ enforce })`: what becomes of an event. */
  readonly enforce: (event: ReceivedEvent) => readonly ReceivedEvent[];
  /** The latest 10,000 events that broke a plan, in the order of arrival, blocked ones among them. */
  readonly broken: readonly BrokenEvent[];
  /** Forgets them. */
  readonly reset: () => void;
}

const MOST_KEPT = 10_000;

/**
 * Makes sources of a simulator enforce their tracking plans.
 * @param sources By write key; or what gives the enforcement of a write key, nothing for one that is held to no plan.
 * @param options.onBroken Told of each event that breaks a plan, as it arrives.
 * @example
 * const enforcer = enforcePlans({ 'simulator-default': { plan, violations: 'block' } });
 * const simulator = createSimulator({ enforce: enforcer.enforce });
 */
export const enforcePlans = (
  sources: Readonly<Record<string, Enforcement>> | ((writeKey: string) => Enforcement | undefined),
  { onBroken }: { readonly onBroken?: (broken: BrokenEvent) => void } = {},
): PlanEnforcer => {
  const broken: BrokenEvent[] = [];
  const find =
    typeof sources === 'function'
      ? sources
      : (writeKey: string) => (Object.hasOwn(sources, writeKey) ? sources[writeKey] : undefined);
  const note = (one: BrokenEvent): void => {
    if (broken.length === MOST_KEPT) broken.shift();
    broken.push(one);
    onBroken?.(one);
  };
  return {
    broken,
    reset: () => {
      broken.length = 0;
    },
    enforce: (event) => {
      const source = find(event.writeKey);
      const violations = source?.plan.check(event.body) ?? [];
      if (!source || violations.length === 0) return [event];
      const omitted = violations.filter((violation) => isOmitted(source, violation));
      const isBlocked = violations.some((violation) => blocks(source, violation));
      const body = omitFields(event.body, omitted);
      const outcome = isBlocked ? 'blocked' : body === event.body ? 'allowed' : 'omitted';
      note({ event, violations, outcome });
      const reports = source.forwardViolationsTo === undefined ? [] : report(source, event, violations);
      if (isBlocked) return [...forwardBlocked(source, event), ...reports];
      return [...(outcome === 'omitted' ? receiveEvents([body], event.writeKey) : [event]), ...reports];
    },
  };
};

const blocks = ({ unplannedEvents, violations }: Enforcement, { type }: Violation): boolean => {
  if (type === 'Unplanned Event') return unplannedEvents === 'block';
  return type !== 'Unplanned Property' && violations === 'block';
};

const isOmitted = ({ unplannedProperties, violations }: Enforcement, { type }: Violation): boolean =>
  type === 'Unplanned Property' ? unplannedProperties === 'omit' : violations === 'omit';

const forwardBlocked = ({ forwardBlockedTo }: Enforcement, event: ReceivedEvent): readonly ReceivedEvent[] =>
  forwardBlockedTo === undefined ? [] : receiveEvents([event.body], forwardBlockedTo);

/** One event for each violation, in the form in which Segment forwards them. */
const report = (
  { plan, forwardViolationsTo = '' }: Enforcement,
  { type, event, messageId, userId, anonymousId }: ReceivedEvent,
  violations: readonly Violation[],
): readonly ReceivedEvent[] =>
  receiveEvents(
    violations.map((violation, at): JsonObject => ({
      type: 'track',
      event: 'Violation Generated',
      messageId: `${messageId}-violation-${at}`,
      ...(userId !== undefined && { userId }),
      ...(anonymousId !== undefined && { anonymousId }),
      properties: {
        eventName: event ?? type,
        eventType: type,
        eventMessageID: messageId,
        ...(plan.document.id !== undefined && { trackingPlanID: plan.document.id }),
        violationField: violation.field,
        violationType: violation.type,
        violationDescription: violation.message,
      },
    })),
    forwardViolationsTo,
  );
