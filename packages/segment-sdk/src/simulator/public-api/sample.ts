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

const sampleText = (name: string, { id }: Resource): string => {
  if (/At$|^timestamp$/.test(name)) return STARTED;
  if (name === 'key' || name === 'slug') return typeof id === 'string' ? id : name;
  return '';
};

const sampleWord = (word: string, name: string, known: Resource): unknown => {
  if (word === 'string') return sampleText(name, known);
  if (word === 'number' || word === 'integer') return 0;
  if (word === 'boolean') return name === 'enabled';
  return word === 'map' || word === 'object' ? {} : null;
};

/** A value of a type: what is known of it, and something plausible for the rest that it must have. */
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
      if (known[name] !== undefined) return [[name, known[name]]];
      return key.endsWith('?') ? [] : [[name, sample(type, name, known)]];
    }),
  );

/** The result of an operation: what is known of it, and something plausible for the rest. */
export const shapeResult = (name: PublicName, known: Resource): Resource => shapeFields(readResult(name), known);

/** Shows a resource as a result's type has it: its fields and no others, each with a value. */
export const shape = (type: string, known: Resource): unknown => {
  const bare = type.replace(/!|\|null$/g, '');
  const model = models[bare];
  return typeof model === 'object' ? shapeFields(model, known) : sample(bare, '', known);
};
