/** Enumerations: values that compare by identity and print their name. */
import { Face, notImplemented } from './face.ts';

export class EnumValue extends Face {
  readonly text_: string;
  private readonly group: string;
  private readonly index: number;

  constructor(group: string, name: string, index: number) {
    super();
    this.group = group;
    this.text_ = name;
    this.index = index;
  }

  className_(): string {
    return this.group;
  }

  name(): string {
    return this.text_;
  }

  ordinal(): number {
    return this.index;
  }

  compareTo(other: EnumValue): number {
    return this.index - other.index;
  }
}

/** A group of values as properties; an unknown name throws. */
export class EnumGroup extends Face {
  private readonly group: string;
  private readonly values: Map<string, EnumValue>;

  constructor(group: string, names: readonly string[]) {
    super();
    this.group = group;
    this.values = new Map(names.map((name, index) => [name, new EnumValue(group, name, index)]));
    for (const [name, value] of this.values)
      Object.defineProperty(this, name, { value, enumerable: true, configurable: true });
  }

  className_(): string {
    return this.group;
  }

  /** The value of this name. */
  of_(name: string): EnumValue {
    const found = this.values.get(name);
    if (found === undefined) throw notImplemented(this.group, name);
    return found;
  }
}

/** Name of an enumeration value a script passed, or of a plain text. */
export function enumName(value: unknown): string {
  return value instanceof EnumValue ? value.text_ : String(value);
}
