/**
 * The one way the sidebar describes what is on screen: `h()` makes plain values, `patch.ts` turns them into
 * DOM. Text is only ever text: there is no way to hand over markup, an inline handler or a script address, so
 * whatever an applicant typed stays data.
 */

export type Attribute = string | number | boolean | null | undefined;
export type Listener = (event: Event) => void;

/** An element to be. `attributes` holds only what will be set. */
export interface VNode {
  readonly tag: string;
  /** Keeps its element when siblings come and go; '' for none. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: Readonly<Record<string, string>>;
  readonly listeners: Readonly<Record<string, Listener>>;
  /** Live value of an input, select or textarea; null where there is none. */
  readonly value: string | null;
  readonly checked: boolean | null;
  readonly children: readonly (VNode | string)[];
}

export type Child = VNode | string | number | null | undefined | false | readonly Child[];

export interface Props {
  readonly key?: string;
  readonly on?: Readonly<Record<string, Listener>>;
  readonly style?: Readonly<Record<string, string>>;
  readonly value?: string;
  readonly checked?: boolean;
  readonly [attribute: string]:
    | Attribute
    | Readonly<Record<string, string>>
    | Readonly<Record<string, Listener>>;
}

const own = new Set(['key', 'on', 'style', 'value', 'checked']);
/** Elements whose value is live; elsewhere (option) it is an ordinary attribute. */
const live = new Set(['input', 'textarea', 'select']);
const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href']);
const allowedAddress = /^(?:https?:\/\/|mailto:|tel:|#)/i;

/** The address itself when a link may lead there (web, mail, telephone, this page), otherwise ''. */
export function safeAddress(address: string): string {
  return allowedAddress.test(address) ? address : '';
}

/** True for names that could carry code or markup; `h` refuses them. */
function isForbidden(name: string): boolean {
  return /^on/i.test(name) || /^(?:srcdoc|innerhtml|outerhtml|style)$/i.test(name);
}

/**
 * An element with attributes and children. `false`, `null` and `undefined` are left out (both as attribute
 * and as child), `true` sets an empty attribute; arrays are flattened; numbers become text.
 */
export function h(tag: string, props: Props = {}, ...children: readonly Child[]): VNode {
  const attributes: Record<string, string> = {};
  for (const [name, given] of Object.entries(props)) {
    if (own.has(name) || given === undefined || given === null || given === false) continue;
    if (isForbidden(name) || typeof given === 'object')
      throw new TypeError(`h: attribute ${name} is refused`);
    const text = given === true ? '' : String(given);
    if (addresses.has(name.toLowerCase())) {
      const address = safeAddress(text);
      if (address !== '') attributes[name] = address;
    } else attributes[name] = text;
  }
  if (props.value !== undefined && !live.has(tag)) attributes.value = props.value;
  const flat: (VNode | string)[] = [];
  flatten(children, flat);
  return {
    tag,
    key: props.key ?? '',
    attributes,
    style: props.style ?? {},
    listeners: props.on ?? {},
    value: live.has(tag) ? (props.value ?? null) : null,
    checked: props.checked ?? null,
    children: flat,
  };
}

function flatten(children: readonly Child[], into: (VNode | string)[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue;
    if (typeof child === 'string') into.push(child);
    else if (typeof child === 'number') into.push(String(child));
    else if (isList(child)) flatten(child, into);
    else into.push(child);
  }
}

function isList(child: VNode | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}

/** All text below a node, in reading order: what a person would read. For tests and labels. */
export function textOf(node: VNode | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Every element below and including `node` that satisfies `test`, in reading order. */
export function findAll(node: VNode | string, test: (node: VNode) => boolean): readonly VNode[] {
  if (typeof node === 'string') return [];
  const below = node.children.flatMap((child) => findAll(child, test));
  return test(node) ? [node, ...below] : below;
}
