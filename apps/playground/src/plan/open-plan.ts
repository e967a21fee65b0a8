import { chooseNewest, createPlan, groupRules, type Plan, type PlanRule, readPart } from '@moonwire/segment-sdk/plan';

/** A property or trait that a plan knows. */
export interface PlannedProperty {
  readonly name: string;
  /** `number`, `string or null`; empty where it may be anything. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** A tracking plan that was read. */
export interface OpenPlan {
  readonly plan: Plan;
  /** The properties of an event, or the traits of another call, in the version that counts. */
  readonly propertiesOf: (call: string, event: string | undefined) => readonly PlannedProperty[];
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listProperties = (rule: PlanRule | undefined): PlannedProperty[] => {
  const schema = rule && readPart(rule)?.schema;
  const required = Array.isArray(schema?.required) ? schema.required : [];
  return Object.entries(isObject(schema?.properties) ? schema.properties : {}).map(([name, member]) => {
    const { type, description }: Loose = isObject(member) ? member : {};
    return {
      name,
      type: Array.isArray(type) ? type.join(' or ') : textOf(type),
      required: required.includes(name),
      description: textOf(description),
    };
  });
};

/**
 * Reads the text of a plan, JSON in any of the forms that the SDK reads.
 * @throws SyntaxError, or SegmentError `invalid_plan`, which says what is wrong.
 */
export const openPlan = (text: string): OpenPlan => {
  const plan = createPlan(JSON.parse(text));
  const rules = groupRules(plan.document.rules);
  return {
    plan,
    propertiesOf: (call, event) => {
      const versions = [...rules.values()].find(([rule]) =>
        call === 'track' ? rule?.type === 'TRACK' && rule.key === event : rule?.type === call.toUpperCase(),
      );
      return listProperties(versions && chooseNewest(versions));
    },
  };
};
