/**
 * Brings the page in line with a description made by `h()`, touching only what differs, so that focus, scroll
 * position and a half-typed kanji conversion survive every redraw.
 */
import type { VNode } from './h.ts';

const svgTags = new Set(['svg', 'path', 'circle', 'rect', 'line', 'polyline', 'g']);

interface MountedText {
  readonly node: Text;
  text: string;
}

interface MountedElement {
  readonly node: Element;
  vnode: VNode;
  children: Mounted[];
}

type Mounted = MountedText | MountedElement;

function isElement(mounted: Mounted): mounted is MountedElement {
  return 'vnode' in mounted;
}

/** Returns a function that draws each new description into `container`, which it takes over whole. */
export function createRenderer(container: Element): (view: VNode) => void {
  let current: MountedElement | null = null;
  return (view) => {
    if (current !== null && isSame(current, view)) patchElement(current, view);
    else {
      container.replaceChildren();
      current = mountElement(view);
      container.appendChild(current.node);
    }
  };
}

function isSame(mounted: Mounted, next: VNode | string): boolean {
  if (!isElement(mounted)) return typeof next === 'string';
  return typeof next !== 'string' && mounted.vnode.tag === next.tag && mounted.vnode.key === next.key;
}

function mount(next: VNode | string): Mounted {
  return typeof next === 'string' ? { node: document.createTextNode(next), text: next } : mountElement(next);
}

function mountElement(vnode: VNode): MountedElement {
  const node = svgTags.has(vnode.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', vnode.tag)
    : document.createElement(vnode.tag);
  const mounted: MountedElement = { node, vnode, children: [] };
  for (const [name, value] of Object.entries(vnode.attributes)) node.setAttribute(name, value);
  setStyle(node, {}, vnode.style);
  for (const type of Object.keys(vnode.listeners)) listen(mounted, type);
  for (const child of vnode.children) {
    const below = mount(child);
    mounted.children.push(below);
    node.appendChild(below.node);
  }
  setLive(node, vnode);
  return mounted;
}

/** One listener an element and type; it asks the newest description, so handlers never pile up. */
function listen(mounted: MountedElement, type: string): void {
  mounted.node.addEventListener(type, (event) => mounted.vnode.listeners[type]?.(event));
}

function patchElement(mounted: MountedElement, next: VNode): void {
  const { node, vnode: before } = mounted;
  // The very same description: nothing below it has changed either.
  if (before === next) return;
  mounted.vnode = next;
  for (const name of Object.keys(before.attributes)) {
    if (!(name in next.attributes)) node.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(next.attributes)) {
    if (before.attributes[name] !== value) node.setAttribute(name, value);
  }
  setStyle(node, before.style, next.style);
  for (const type of Object.keys(next.listeners)) if (!(type in before.listeners)) listen(mounted, type);
  patchChildren(mounted, next.children);
  setLive(node, next);
}

function patchChildren(mounted: MountedElement, next: readonly (VNode | string)[]): void {
  const keyed = new Map<string, Mounted>();
  const rest: Mounted[] = [];
  for (const child of mounted.children) {
    if (isElement(child) && child.vnode.key !== '') keyed.set(child.vnode.key, child);
    else rest.push(child);
  }
  const drawn: Mounted[] = [];
  let from = 0;
  for (const wanted of next) {
    let kept: Mounted | undefined;
    if (typeof wanted !== 'string' && wanted.key !== '') {
      const candidate = keyed.get(wanted.key);
      if (candidate !== undefined && isSame(candidate, wanted)) {
        kept = candidate;
        keyed.delete(wanted.key);
      }
    } else {
      const at = rest.findIndex((child, index) => index >= from && isSame(child, wanted));
      if (at >= 0) {
        kept = rest[at];
        from = at + 1;
      }
    }
    if (kept === undefined) drawn.push(mount(wanted));
    else {
      if (isElement(kept)) {
        if (typeof wanted !== 'string') patchElement(kept, wanted);
      } else if (typeof wanted === 'string' && kept.text !== wanted) {
        kept.text = wanted;
        kept.node.data = wanted;
      }
      drawn.push(kept);
    }
  }
  const staying = new Set(drawn);
  for (const child of mounted.children) if (!staying.has(child)) child.node.remove();
  let place = mounted.node.firstChild;
  for (const child of drawn) {
    if (child.node === place) place = place.nextSibling;
    else mounted.node.insertBefore(child.node, place);
  }
  mounted.children = drawn;
}

function setStyle(
  node: Element,
  before: Readonly<Record<string, string>>,
  next: Readonly<Record<string, string>>,
): void {
  if (!(node instanceof HTMLElement)) return;
  for (const name of Object.keys(before)) if (!(name in next)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(next)) {
    if (before[name] !== value) node.style.setProperty(name, value);
  }
}

/** Value and tick are set last (a select needs its options) and only when they differ (caret, IME). */
function setLive(node: Element, vnode: VNode): void {
  if (
    vnode.value !== null &&
    (node instanceof HTMLInputElement ||
      node instanceof HTMLTextAreaElement ||
      node instanceof HTMLSelectElement) &&
    node.value !== vnode.value
  ) {
    node.value = vnode.value;
  }
  if (vnode.checked !== null && node instanceof HTMLInputElement && node.checked !== vnode.checked) {
    node.checked = vnode.checked;
  }
}

/** What stands in the field that an event came from. */
export function inputValue(event: Event): string {
  const at = event.currentTarget;
  return at instanceof HTMLInputElement ||
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement
    ? at.value
    : '';
}
