import type { inputModels, inputs } from '../../generated/public-inputs.js';
import type { Parameters } from '../../generated/public-methods.js';
import type { resultModels, results } from '../../generated/public-results.js';
import type { CallOptions } from '../client/types.js';
import type { FreeForm } from '../schema/schema.js';

type Inputs = typeof inputs;
type Results = typeof results;
type Models = typeof inputModels & typeof resultModels;

/** The name of an operation of the Public API: `list_destinations`. */
export type PublicName = keyof Inputs;

interface Words {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
  readonly any: unknown;
  readonly object: FreeForm;
  readonly map: FreeForm;
}

/** The type that the text of a table means. */
type TypeOf<Text> = Text extends keyof Words
  ? Words[Text]
  : Text extends keyof Models
    ? ModelOf<Models[Text]>
    : Text extends `${infer Open}!`
      ? TypeOf<Open>
      : Text extends `(${infer Choice})[]`
        ? readonly TypeOf<Choice>[]
        : Text extends `${infer First}|${infer Others}`
          ? TypeOf<First> | TypeOf<Others>
          : Text extends `${infer Item}[]`
            ? readonly TypeOf<Item>[]
            : Text extends `map<${infer Value}>`
              ? Readonly<Record<string, TypeOf<Value>>>
              : Text extends `'${infer Word}'`
                ? Word
                : never;

type ModelOf<Model> = Model extends string ? TypeOf<Model> : FieldsOf<Model>;

/** The object that fields of the table mean: a name that ends in `?` may be left out. */
type FieldsOf<Fields> = {
  readonly [Key in keyof Fields as Key extends `${string}?` ? never : Key]: TypeOf<Fields[Key]>;
} & {
  readonly [Key in keyof Fields as Key extends `${infer Name}?` ? Name : never]?: TypeOf<Fields[Key]> | undefined;
};

type Given<Name extends PublicName> = (Inputs[Name] extends { readonly query: infer Query } ? Query : unknown) &
  (Inputs[Name] extends { readonly body: infer Body } ? Body : unknown);

type ParameterOf<Fields, Key extends string> = Key extends keyof Fields
  ? TypeOf<Fields[Key]>
  : `${Key}?` extends keyof Fields
    ? TypeOf<Fields[`${Key}?`]> | undefined
    : string;

/** The input of an operation: `PublicInput<'create_destination'>`. */
export type PublicInput<Name extends PublicName> = {
  readonly [Key in keyof Parameters[Name]]: ParameterOf<Given<Name>, Key & string>;
};

/** The result of an operation: `PublicOutput<'create_destination'>`. */
export type PublicOutput<Name extends PublicName> = FieldsOf<Results[Name]>;

/** An object that operations take or return: `PublicModel<'Destination'>`. */
export type PublicModel<Name extends keyof Models> = ModelOf<Models[Name]>;

type ListOf<Name extends PublicName> = Inputs[Name] extends { readonly list: infer List extends string } ? List : never;

type ItemOf<Name extends PublicName, List> = List extends keyof PublicOutput<Name>
  ? NonNullable<PublicOutput<Name>[List]> extends readonly (infer Item)[]
    ? Item
    : never
  : never;

/** An item of a result with two lists, and the list that it is from. */
type ListedItem<Name extends PublicName, List extends string> = List extends `${infer First}, ${infer Others}`
  ? ListedItem<Name, First> | ListedItem<Name, Others>
  : { readonly list: List; readonly item: ItemOf<Name, List> };

type Item<Name extends PublicName> =
  ListOf<Name> extends `${string}, ${string}` ? ListedItem<Name, ListOf<Name>> : ItemOf<Name, ListOf<Name>>;

type Arguments<Name extends PublicName> =
  Partial<PublicInput<Name>> extends PublicInput<Name>
    ? [input?: PublicInput<Name>, options?: CallOptions]
    : [input: PublicInput<Name>, options?: CallOptions];

/** The method of an operation, and what lists have beside it. */
export type PublicMethod<Name extends PublicName> = ((...given: Arguments<Name>) => Promise<PublicOutput<Name>>) &
  ([ListOf<Name>] extends [never] ? unknown : PublicList<Name>);

/** How a list is read to its end. */
interface PublicList<Name extends PublicName> {
  /**
   * Hands out every item, page by page, as they are asked for. `pagination` sets where it begins and how many a page
   * holds; left out, a page holds as many as the operation allows.
   */
  readonly each: (...given: Arguments<Name>) => AsyncIterableIterator<Item<Name>>;
  /** Resolves with every item in one array. */
  readonly all: (...given: Arguments<Name>) => Promise<Item<Name>[]>;
}
