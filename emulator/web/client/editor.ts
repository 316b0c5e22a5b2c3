/**
 * The editor of a form. Every card is a plain form of its own; this script saves what was changed as soon as an input is
 * left, and sends nothing else, so that two people may work at one form.
 */
import { createPanels, type Effects } from './panels.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const groupOf = (control: Control): string => control.dataset.group ?? control.name;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement && (one.type !== 'hidden' || one.dataset.companion !== undefined)) ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement,
  );
}

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    // Without a marked option the first one stands.
    const first = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(0, first);
  }
  if (control.type === 'hidden') return false;
  if (control.type === 'checkbox' && control instanceof HTMLInputElement) {
    return control.checked !== control.defaultChecked;
  }
  return control.value.replace(/\r\n/g, '\n') !== control.defaultValue.replace(/\r\n/g, '\n');
}

function changedGroups(form: HTMLFormElement): Set<string> {
  return new Set(controlsOf(form).filter(isChanged).map(groupOf));
}

/** What stands in the inputs of these groups is now what the server has. */
function adopt(form: HTMLFormElement, groups: ReadonlySet<string>): void {
  for (const control of controlsOf(form)) {
    if (!groups.has(groupOf(control)) || !isChanged(control)) continue;
    if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.defaultSelected = option.selected;
    } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.defaultChecked = control.checked;
    } else control.defaultValue = control.value;
  }
}

const itemOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('input[name="item"]')?.value ?? '';

/** What was said last, and at which card: a fresh copy of the page says it again. */
let last = { item: '', done: '', fault: '' };

function say(form: HTMLFormElement, done: string, fault: string): void {
  last = { item: itemOf(form), done, fault };
  const said = form.querySelector<HTMLElement>('[data-said]');
  const place = form.querySelector<HTMLElement>('[data-fault]');
  if (said) said.textContent = done;
  if (place) place.textContent = fault;
  if (place) place.hidden = fault === '';
}

const editedForm = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-edit]') : null;

/** Groups that go along with a button although they were not changed: the lines it moves or removes. */
let kept = '';

document.addEventListener('formdata', (event) => {
  const form = editedForm(event.target);
  if (!form) return;
  const groups = changedGroups(form);
  if (kept !== '') groups.add(kept);
  for (const control of controlsOf(form)) {
    if (!groups.has(groupOf(control))) event.formData.delete(control.name);
  }
});

function paramsOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.append(name, value);
  params.append('do', 'save');
  return params;
}

async function save(form: HTMLFormElement): Promise<void> {
  const groups = changedGroups(form);
  if (groups.size === 0) {
    say(form, form.querySelector('[data-fault]:not([hidden])') ? '' : '保存しました', '');
    return;
  }
  say(form, '保存しています…', '');
  try {
    const reply = await fetch(form.action, {
      method: 'POST',
      body: paramsOf(form),
      headers: { accept: 'application/json' },
    });
    const said = (await reply.json()) as { ok: boolean; message: string };
    if (!said.ok) {
      say(form, '', said.message);
      return;
    }
    adopt(form, groups);
    mark(form);
    say(form, '保存しました', '');
  } catch {
    say(form, '', 'サーバーにつながりません。少し待ってから、もう一度お試しください。');
  }
}

/** A form with something unsaved is not replaced by a fresh one. */
function mark(form: HTMLFormElement): void {
  form.toggleAttribute('data-dirty', changedGroups(form).size > 0);
}

document.addEventListener('input', (event) => {
  const form = editedForm(event.target);
  if (form) mark(form);
});

/** Shows as many values as the chosen rule takes; true while one of them is still missing. */
function showValues(rule: HTMLSelectElement): boolean {
  const form = editedForm(rule);
  const count = Number(rule.selectedOptions[0]?.dataset.values ?? 0);
  let missing = false;
  for (const place of form?.querySelectorAll<HTMLElement>('[data-rule-value]') ?? []) {
    place.hidden = Number(place.dataset.ruleValue) > count;
    const input = place.querySelector('input');
    if (!place.hidden && input?.value.trim() === '') missing = true;
  }
  return missing;
}

document.addEventListener('change', (event) => {
  const form = editedForm(event.target);
  const { target } = event;
  if (!form || !(target instanceof HTMLElement)) return;
  const rule = form.querySelector<HTMLSelectElement>('[data-rule]');
  const action = target.dataset.submit;
  if (action !== undefined) {
    form.dataset.native = '1';
    form.requestSubmit(form.querySelector<HTMLButtonElement>(`button[value="${action}"]`));
  } else if (!rule || !showValues(rule) || target.dataset.group !== 'rule') void save(form);
});

document.addEventListener('submit', (event) => {
  const form = editedForm(event.target);
  if (!form) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  kept = button?.dataset.keeps ?? '';
  const native = form.dataset.native === '1';
  delete form.dataset.native;
  if (native || (button !== null && button.value !== 'save')) return;
  event.preventDefault();
  void save(form);
});

document.addEventListener('live:refreshed', () => {
  if (last.done === '' && last.fault === '') return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-edit]')) {
    if (itemOf(form) === last.item && form.querySelector('[data-said]')) say(form, last.done, last.fault);
  }
});

document.addEventListener('focusout', () => {
  if (document.querySelector('[data-stale]')) document.dispatchEvent(new CustomEvent('live:ask'));
});

/** The address remembers the open card, so that a fresh copy of the page has it open too. */
document.addEventListener(
  'toggle',
  (event) => {
    const { target } = event;
    if (!(target instanceof HTMLDetailsElement) || target.dataset.item === undefined) return;
    const address = new URL(location.href);
    if (target.open) address.searchParams.set('open', target.dataset.item);
    else if (address.searchParams.get('open') === target.dataset.item) address.searchParams.delete('open');
    address.searchParams.delete('focus');
    address.searchParams.delete('said');
    address.hash = '';
    history.replaceState(history.state, '', address);
  },
  true,
);

const first = document.querySelector<HTMLInputElement>('input[autofocus]');
if (first) {
  first.focus({ preventScroll: true });
  first.select();
  first.scrollIntoView({ block: 'center' });
}
document.documentElement.classList.add('has-script');

const host = document.querySelector<HTMLElement>('[data-form]');
if (host) {
  const panels = createPanels(host, host.dataset.form ?? '', {
    focus: () => host.querySelector<HTMLElement>('summary, a, button')?.focus(),
    // A form has no cells.
    select: () => undefined,
  });
  const begin = host.querySelector('[data-start]')?.textContent;
  if (begin) panels.apply((JSON.parse(begin) as { effects: Effects }).effects);
  panels.chooseWanted();
}
