/**
 * The one mechanism behind all classes of `CardService`: a part holds plain data in the shape of google.apps.card.v1
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1) and has the methods its table lists.
 * A part given to another is copied as it is then: what is changed in it afterwards does not reach the card.
 */
import { EnumValue } from './enums.ts';
import { Face, refusal, signatureError } from './face.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Data = Record<string, Json>;
/** What a method does with its part; the part itself is returned to the script unless something else is given back. */
export type Method = (part: CardPart, args: readonly unknown[], name: string) => unknown;
export type Methods = Readonly<Record<string, Method>>;

export class CardPart extends Face {
  readonly kind_: string;
  readonly data_: Data;

  constructor(kind: string, methods: Methods, data: Data = {}) {
    super();
    this.kind_ = kind;
    this.data_ = data;
    for (const [name, method] of Object.entries(methods)) {
      const value = (...args: unknown[]): unknown => method(this, args, name) ?? this;
      Object.defineProperty(this, name, { value, enumerable: true, configurable: true });
    }
  }

  className_(): string {
    return this.kind_;
  }
}

/** A copy that shares nothing. */
export function copyOf(data: Data): Data {
  return JSON.parse(JSON.stringify(data));
}

const wrong = (part: CardPart, name: string, args: readonly unknown[]): Error =>
  signatureError(`CardService.${part.kind_}`, name, args);

/** The text given, or the platform's refusal of its type. */
export function textOf(part: CardPart, args: readonly unknown[], name: string): string {
  const [value] = args;
  if (typeof value !== 'string') throw wrong(part, name, args);
  return value;
}

/** Keeps a text under `key`. */
export const text =
  (key: string): Method =>
  (part, args, name) => {
    part.data_[key] = textOf(part, args, name);
  };

export const flag =
  (key: string): Method =>
  (part, args, name) => {
    const [value] = args;
    if (typeof value !== 'boolean') throw wrong(part, name, args);
    part.data_[key] = value;
  };

/** Keeps a whole number of at least `least` under `key`. */
export const whole =
  (key: string, least = 0): Method =>
  (part, args, name) => {
    const [value] = args;
    if (typeof value !== 'number') throw wrong(part, name, args);
    if (!Number.isInteger(value) || value < least) throw refusal(`Invalid argument: ${name}`);
    part.data_[key] = value;
  };

/** Keeps the name of an enumeration value of `group`. */
export const oneOf =
  (group: string, key: string): Method =>
  (part, args, name) => {
    const [value] = args;
    if (!(value instanceof EnumValue) || value.className_() !== group) throw wrong(part, name, args);
    part.data_[key] = value.text_;
  };

/** The part given, which must be of one of these kinds. */
export function partOf(
  part: CardPart,
  args: readonly unknown[],
  name: string,
  kinds: readonly string[],
): CardPart {
  const [value] = args;
  if (!(value instanceof CardPart) || !kinds.includes(value.kind_)) throw wrong(part, name, args);
  return value;
}

/** Keeps a copy of a part under `key`, through `shape` where the place wants another form. */
export const inner =
  (
    key: string,
    kinds: readonly string[],
    shape: (given: CardPart) => Json = (given) => copyOf(given.data_),
  ) =>
  (part: CardPart, args: readonly unknown[], name: string): undefined => {
    part.data_[key] = shape(partOf(part, args, name, kinds));
  };

/** Adds to the list under `key`. */
export function push(part: CardPart, key: string, value: Json): void {
  const before = part.data_[key];
  part.data_[key] = [...(Array.isArray(before) ? before : []), value];
}

/** Length of the list under `key`. */
export function countOf(part: CardPart, key: string): number {
  const list = part.data_[key];
  return Array.isArray(list) ? list.length : 0;
}

/** Only https addresses of pictures that are not SVG are taken (https://developers.google.com/workspace/add-ons/guides/workspace-restrictions). */
export const picture =
  (key: string): Method =>
  (part, args, name) => {
    const url = textOf(part, args, name);
    if (!/^https:\/\/\S+$/i.test(url) || /\.svgz?(?:$|[?#])/i.test(url)) {
      throw refusal(`Invalid argument: ${name} ${url.slice(0, 60)}`);
    }
    part.data_[key] = url;
  };
