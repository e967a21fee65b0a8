import type { Service } from '../accounts/service.js';
import { locateValue } from '../accounts/store.js';
import { type ChosenAccount, type ChosenBy, type Layer, mergeFields } from './layers.js';

/** Where one field of an account comes from. Never its value. */
export interface FieldOrigin {
  readonly field: string;
  readonly secret: boolean;
  /** The store it is read from. */
  readonly store: string;
  /** Where in that store: a path, a variable. */
  readonly place: string;
  /** Stores that have it too and are overridden. */
  readonly overridden: readonly string[];
}

/** Which account a call gets and where each field comes from. */
export interface Explanation {
  readonly service: string;
  readonly name: string;
  readonly chosenBy: ChosenBy;
  readonly fields: readonly FieldOrigin[];
}

/** Explains an account, field by field, in the order of the service's fields. Opens no value. */
export function explainAccount(service: Service, layers: readonly Layer[], chosen: ChosenAccount): Explanation {
  const values = mergeFields(layers, chosen.name);
  const fields = Object.entries(service.fields).flatMap(([field, { kind }]) => {
    const found = values.get(field);
    if (found === undefined) return [];
    const {
      layer: { store },
      hidden,
    } = found;
    const place = locateValue(store, service, chosen.name, field);
    return [{ field, secret: kind === 'secret', store: store.name, place, overridden: hidden.map(({ name }) => name) }];
  });
  return { service: service.name, name: chosen.name, chosenBy: chosen.chosenBy, fields };
}
