import { isDateTime } from '../json-schema/formats.js';

/** What has been seen of the values at one place. Its size is bounded, whatever comes. */
export interface ValueShape {
  /** How many values there were. */
  seen: number;
  readonly types: Set<string>;
  /** Distinct texts and how often each was seen; gone once they are too many or too long to be a choice of few. */
  texts: Map<string, number> | undefined;
  /** Whether every text was a time. */
  isTime: boolean;
  /** Members of objects by name; gone once they are so many that the names are data themselves. */
  members: Map<string, ValueShape> | undefined;
  /** How many of the values were objects. */
  objects: number;
  items: ValueShape | undefined;
}

/** Texts that are a choice: at most so many, none longer, each seen again and again. */
const MOST_CHOICES = 8;
const LONGEST_CHOICE = 64;
const LEAST_REPEATS = 5;

/** Objects with more members than this are dictionaries. */
const MOST_MEMBERS = 200;

/** Deeper than this, anything is allowed. */
const DEEPEST = 12;

/** Nothing seen yet. */
export const createShape = (): ValueShape => ({
  seen: 0,
  types: new Set(),
  texts: new Map(),
  isTime: true,
  members: new Map(),
  objects: 0,
  items: undefined,
});

/** Adds a value to what was seen. */
export const addValue = (shape: ValueShape, value: unknown, depth = 0): void => {
  shape.seen += 1;
  const type = typeOf(value);
  shape.types.add(type);
  if (typeof value === 'string') addText(shape, value);
  else if (depth >= DEEPEST) shape.members = undefined;
  else if (Array.isArray(value)) for (const item of value) addValue((shape.items ??= createShape()), item, depth + 1);
  else if (type === 'object') addObject(shape, value as object, depth);
};

const addText = (shape: ValueShape, text: string): void => {
  shape.isTime &&= isDateTime(text);
  const { texts } = shape;
  if (!texts) return;
  if (text.length > LONGEST_CHOICE || (texts.size >= MOST_CHOICES && !texts.has(text))) shape.texts = undefined;
  else texts.set(text, (texts.get(text) ?? 0) + 1);
};

const addObject = (shape: ValueShape, value: object, depth: number): void => {
  shape.objects += 1;
  for (const [name, member] of Object.entries(value)) {
    const { members } = shape;
    if (!members || member === undefined) continue;
    const known = members.get(name) ?? createShape();
    addValue(known, member, depth + 1);
    members.set(name, known);
    if (members.size > MOST_MEMBERS) shape.members = undefined;
  }
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

type Schema = Readonly<Record<string, unknown>>;

/** What was seen as JSON Schema. A number is a `number`: that only whole ones came so far says little. */
const describeShape = (shape: ValueShape): Schema => {
  const types = [...shape.types].sort((a, b) => Number(a === 'null') - Number(b === 'null') || (a < b ? -1 : 1));
  return {
    ...(types.length > 0 && { type: types.length === 1 ? types[0] : types }),
    ...(shape.types.has('string') && describeTexts(shape)),
    ...(shape.items && { items: describeShape(shape.items) }),
    ...(shape.types.has('object') && describeMembers(shape)),
  };
};

const describeTexts = ({ texts, isTime, types }: ValueShape): Schema => {
  if (isTime) return { format: 'date-time' };
  const choices = [...(texts ?? [])];
  const isChoice = choices.length > 0 && choices.every(([, count]) => count >= LEAST_REPEATS);
  const isTextOrNull = [...types].every((type) => type === 'string' || type === 'null');
  if (!isChoice || !isTextOrNull) return {};
  return { enum: [...choices.map(([text]) => text).sort(), ...(types.has('null') ? [null] : [])] };
};

/** The members of objects by name; those are required that each of the objects had. */
export const describeMembers = ({ members, objects }: Pick<ValueShape, 'members' | 'objects'>): Schema => {
  const entries = [...(members ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const required = entries.filter(([, { seen }]) => seen === objects).map(([name]) => name);
  return {
    properties: Object.fromEntries(entries.map(([name, member]) => [name, describeShape(member)])),
    ...(required.length > 0 && { required }),
  };
};
