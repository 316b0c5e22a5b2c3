/** The inputs of cards. Each carries its kind, so that the page can send its value as the event object wants it. */
import { html, type Markup } from '../core/html.ts';
import type { DateTimePicker, SelectionInput, SwitchControl, TextInput } from './model.ts';
import type { Acts } from './render.ts';

let serial = 0;
const idOf = (acts: Acts, name: string): string => {
  serial = (serial + 1) % 1_000_000;
  return `${acts.prefix}-${serial}-${encodeURIComponent(name)}`;
};

export function textField(input: TextInput, acts: Acts): Markup {
  const id = idOf(acts, input.name);
  const items = input.initialSuggestions?.items ?? [];
  const change = acts.change(input.onChangeAction);
  const about = input.hintText ? html` aria-describedby="${id}-hint"` : html``;
  const field =
    input.type === 'MULTIPLE_LINE'
      ? html`<textarea class="gfield__input" id="${id}" rows="4" data-field="${input.name}" data-kind="text"${about}${change}>
${input.value ?? ''}</textarea>`
      : html`<input class="gfield__input" id="${id}" type="text" autocomplete="off" value="${input.value ?? ''}" data-field="${
          input.name
        }" data-kind="text"${items.length > 0 ? html` list="${id}-list"` : ''}${about}${change}>`;
  return html`<div class="gfield"><label class="gfield__label" for="${id}">${input.label ?? input.name}</label>${field}${
    items.length > 0
      ? html`<datalist id="${id}-list">${items.map((item) => html`<option value="${item.text}"></option>`)}</datalist>`
      : ''
  }${input.hintText ? html`<p class="gfield__hint" id="${id}-hint">${input.hintText}</p>` : ''}</div>`;
}

/** Of several choices marked as chosen, a list for one choice shows the last. 未検証 */
export function selectionField(input: SelectionInput, acts: Acts): Markup {
  const id = idOf(acts, input.name);
  const change = acts.change(input.onChangeAction);
  const items = input.items ?? [];
  if (input.type === 'DROPDOWN') {
    return html`<div class="gfield"><label class="gfield__label" for="${id}">${input.label ?? input.name}</label><select class="gfield__input" id="${id}" data-field="${
      input.name
    }" data-kind="select"${change}>${items.map(
      (item) =>
        html`<option value="${item.value}"${item.selected ? html` selected` : ''}>${item.text}</option>`,
    )}</select></div>`;
  }
  const radio = input.type === 'RADIO_BUTTON';
  const look = input.type === 'SWITCH' ? ' gswitch' : '';
  return html`<fieldset class="gfield gchoices">${
    input.label ? html`<legend class="gfield__label">${input.label}</legend>` : ''
  }${items.map(
    (item) =>
      html`<label class="gchoice"><input class="gchoice__box${look}" type="${radio ? 'radio' : 'checkbox'}" name="${id}" value="${item.value}" data-field="${
        input.name
      }" data-kind="choice"${item.selected ? html` checked` : ''}${change}><span>${item.text}</span></label>`,
  )}</fieldset>`;
}

export function switchField(input: SwitchControl, name: string, acts: Acts): Markup {
  const plain = input.controlType === 'CHECK_BOX';
  const words = name.replace(/<[^>]*>/g, '');
  return html`<label class="gtouch"><span class="visually-hidden">${words}</span><input type="checkbox" class="gchoice__box${
    plain ? '' : ' gswitch'
  }"${plain ? '' : html` role="switch"`} value="${input.value ?? 'true'}" data-field="${input.name}" data-kind="choice"${
    input.selected === true ? html` checked` : ''
  }${acts.change(input.onChangeAction)}></label>`;
}

const kinds = {
  DATE_ONLY: { type: 'date', kind: 'date', from: 0, to: 10 },
  DATE_AND_TIME: { type: 'datetime-local', kind: 'datetime', from: 0, to: 16 },
  TIME_ONLY: { type: 'time', kind: 'time', from: 11, to: 16 },
} as const;

/** A date is midnight UTC of its day; date and time are moved by the offset that the script set, Japan's without one (未検証). */
export function dateTimeField(input: DateTimePicker, acts: Acts): Markup {
  const id = idOf(acts, input.name);
  const { type, kind, from, to } = kinds[input.type];
  const offset = input.type === 'DATE_AND_TIME' ? (input.timezoneOffsetDate ?? 540) : 0;
  const at = input.valueMsEpoch;
  const value = at === undefined ? '' : new Date(at + offset * 60_000).toISOString().slice(from, to);
  return html`<div class="gfield"><label class="gfield__label" for="${id}">${input.label ?? input.name}</label><input class="gfield__input" id="${id}" type="${type}" value="${value}" data-field="${
    input.name
  }" data-kind="${kind}" data-offset="${offset}"${acts.change(input.onChangeAction)}></div>`;
}
