/**
 * What may cross between a script-made page and its server functions, by the rules of `google.script.run`
 * (https://developers.google.com/apps-script/guides/html/reference/run): primitives, and objects and arrays of them. Dates,
 * functions, other objects and circles are refused; `undefined` in an array becomes null, as a property it is dropped.
 */
export type Carried =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string; readonly path: string };

interface Refusal {
  readonly reason: string;
  readonly path: string;
}

class Refused {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

const plain = (value: object): boolean => Object.prototype.toString.call(value) === '[object Object]';

function isPlainObject(value: object): boolean {
  if (!plain(value)) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || Object.getPrototypeOf(above) === null;
}

function copy(value: unknown, path: string, above: readonly object[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') throw new Refused({ reason: typeof value, path });
  if (above.includes(value)) throw new Refused({ reason: 'circular', path });
  const chain = [...above, value];
  if (Array.isArray(value)) {
    return Array.from(value, (one: unknown, index) =>
      one === undefined ? null : copy(one, `${path}[${index}]`, chain),
    );
  }
  if (!isPlainObject(value)) {
    throw new Refused({ reason: Object.prototype.toString.call(value).slice(8, -1), path });
  }
  const made: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (one !== undefined) {
      Object.defineProperty(made, key, {
        value: copy(one, `${path}.${key}`, chain),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return made;
}

/** A copy that may cross, or why not and where (`$.rows[2].at`). `undefined` alone becomes null. */
export function carry(value: unknown): Carried {
  if (value === undefined) return { ok: true, value: null };
  try {
    return { ok: true, value: copy(value, '$', []) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...error.refusal };
    throw error;
  }
}

/** Why a function may not be called from a page, or '' when it may. Names that end in `_` are private. */
export function refusedName(name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `「${name}」は関数の名前ではありません。`;
  if (name.endsWith('_')) return `「${name}」は非公開の関数です（名前が _ で終わる）。`;
  return '';
}
