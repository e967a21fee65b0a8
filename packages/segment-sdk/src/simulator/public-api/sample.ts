import { inputModels } from '../../../generated/public-inputs.js';
import { resultModels, results } from '../../../generated/public-results.js';
import type { PublicName } from '../../public-api/types.js';

/** A thing of the simulated workspace, as the Public API shows it. */
export type Resource = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, string>>;

const models: Readonly<Record<string, Fields | string>> = { ...inputModels, ...resultModels };

/** The fields of an operation's result, with their types. */
export const readResult = (name: PublicName): Fields => results[name];

const STARTED = '2026-01-01T00:00:00.000Z';

/** Segment makes keys and slugs of names: `big_spenders`, `big-spenders`. */
const deriveName = ({ name, displayName, id }: Resource, joint: string): string => {
  const text = [name, displayName, id].find((known) => typeof known === 'string') ?? '';
  return text.toLowerCase().replace(/[^a-z0-9]+/g, joint);
};

const sampleText = (name: string, known: Resource): string => {
  if (/At$|^timestamp$/.test(name)) return STARTED;
  if (name === 'key') return deriveName(known, '_');
  return name === 'slug' ? deriveName(known, '-') : '';
};

const sampleWord = (word: string, name: string, known: Resource): unknown => {
  if (word === 'string') return sampleText(name, known);
  if (word === 'number' || word === 'integer') return 0;
  if (word === 'boolean') return name === 'enabled';
  return word === 'map' || word === 'object' ? {} : null;
};

/** Something plausible of a type. */
const sample = (text: string, name: string, known: Resource): unknown => {
  const type = text.replace('!', '');
  const model = models[type];
  if (typeof model === 'string') return sample(model, name, known);
  if (model !== undefined) return shapeFields(model, {});
  if (type.endsWith('[]')) return [];
  if (type.startsWith('map<')) return {};
  const [first = ''] = type.split('|');
  if (first.startsWith("'")) return first.slice(1, -1);
  return first === type ? sampleWord(type, name, known) : sample(first, name, known);
};

const shapeFields = (fields: Fields, known: Resource): Resource =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, type]) => {
      const name = key.replace('?', '');
      if (known[name] !== undefined) return [[name, shape(type, known[name])]];
      return key.endsWith('?') ? [] : [[name, sample(type, name, known)]];
    }),
  );

/** The result of an operation: what is known of it, and something plausible for the rest. */
export const shapeResult = (name: PublicName, known: Resource): Resource => shapeFields(readResult(name), known);

/** Shows what is known as its type has it: the fields of the type and no others, each with a value. */
export const shape = (text: string, known: unknown): unknown => {
  const type = text.replace(/!|\|null$/g, '');
  const model = models[type];
  if (typeof model === 'string') return shape(model, known);
  if (type.endsWith('[]') && Array.isArray(known)) return known.map((item) => shape(type.slice(0, -2), item));
  return model !== undefined && typeof known === 'object' && known !== null
    ? shapeFields(model, known as Resource)
    : known;
};
