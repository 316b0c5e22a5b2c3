/**
 * How a service object shows itself to a script: only its documented members exist, and anything else throws an
 * error that names class and member.
 */

/** Base of every service object. Members whose name ends in `_` are ours and never seen by a script. */
export abstract class Face {
  abstract className_(): string;
}

const proxies = new WeakMap<Face, object>();
const raws = new WeakMap<object, Face>();

/** Names that engines, test tools and promises probe on any object: answered as on a plain object. */
const PROBES = new Set([
  'then',
  'toJSON',
  'valueOf',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
  'length',
]);

const shown = (key: string): boolean => !key.endsWith('_') && key !== 'constructor';

/** What a script gets for a value of ours. */
export function outward(value: unknown): unknown {
  if (value instanceof Face) return expose(value);
  if (Array.isArray(value) && value[0] instanceof Face) return value.map(outward);
  return value;
}

/** What we get for a value of a script. */
export function inward(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length > 0 && raws.has(value[0]) ? value.map(inward) : value;
  return raws.get(value) ?? value;
}

/** An error for a member that the emulator does not have. */
export function notImplemented(className: string, member: string): Error {
  const error = new Error(`${className}.${member} はエミュレーターに実装されていません。`);
  error.name = 'NotImplemented';
  return error;
}

/** The script's view of a service object; always the same one for the same object. */
export function expose<T extends Face>(face: T): T {
  const known = proxies.get(face);
  if (known !== undefined) return known as T;
  const className = face.className_();
  const methods = new Map<string, unknown>();
  const proxy = new Proxy(face, {
    get(target, key) {
      if (typeof key === 'symbol') return key === Symbol.toStringTag ? className : undefined;
      if (key === 'constructor') return Object;
      if (key === 'toString') {
        return () => (Reflect.has(target, 'text_') ? String(Reflect.get(target, 'text_')) : className);
      }
      if (methods.has(key)) return methods.get(key);
      if (!shown(key) || !(key in target)) {
        if (PROBES.has(key)) return key === 'valueOf' ? () => proxy : undefined;
        throw notImplemented(className, key);
      }
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return outward(value);
      const method = (...args: unknown[]): unknown => outward(Reflect.apply(value, target, args.map(inward)));
      methods.set(key, method);
      return method;
    },
    has: (target, key) => typeof key === 'string' && shown(key) && key in target,
    set(_target, key) {
      throw notImplemented(className, `${String(key)} への代入`);
    },
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
    getPrototypeOf: () => Object.prototype,
  });
  proxies.set(face, proxy);
  raws.set(proxy, face);
  return proxy;
}

/** The platform's error for arguments of the wrong kind. */
export function signatureError(className: string, method: string, args: readonly unknown[]): Error {
  const names = args.map((arg) =>
    arg === null
      ? 'null'
      : Array.isArray(arg)
        ? 'number[]'
        : typeof arg === 'object'
          ? '(class)'
          : capital(typeof arg),
  );
  const error = new Error(
    `The parameters (${names.join(',')}) don't match the method signature for ${className}.${method}.`,
  );
  error.name = 'Exception';
  return error;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Throws unless every argument has the type asked for (`string`, `number`, `boolean`). */
export function assertTypes(
  className: string,
  method: string,
  args: readonly unknown[],
  ...types: string[]
): void {
  if (types.some((type, index) => typeof args[index] !== type)) throw signatureError(className, method, args);
}

/** The platform's refusal, as an error of this realm. */
export function refusal(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}
