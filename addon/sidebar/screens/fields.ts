/** The fields of 一件 by section, each with its editor: what was typed, what became of it, 「直す」. */
import type { ApplicationView, EditView, FieldView } from '../../view/protocol.ts';
import { fieldId } from '../actions/correct.ts';
import type { Actions } from '../actions/index.ts';
import {
  type CorrectionDraft,
  correctionValueId,
  optionsFor,
  severalOptions,
  severalValues,
} from '../correction.ts';
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, h2, span } from '../dom/tags.ts';
import { button } from '../parts/button.ts';
import { checks } from '../parts/choice.ts';
import { field } from '../parts/field.ts';
import type { State } from '../state.ts';

/** Goes to a field, opening the section it stands in. */
export function focusField(key: string): void {
  const at = document.getElementById(fieldId(key));
  at?.closest('details')?.setAttribute('open', '');
  at?.focus();
  at?.scrollIntoView({ block: 'center' });
}

export function fieldSection(
  state: State,
  part: ApplicationView['sections'][number],
  actions: Actions,
): VNode {
  const changed = part.fields.filter((one) => one.changed).length;
  const alone = (one: FieldView): boolean => !isBlank(one) || state.case.correction?.key === one.key;
  return h(
    'details',
    { class: 'fields', open: true, key: `section-${part.title}` },
    h('summary', {}, h2('data', part.title), changed > 0 && span('mark mark-neutral', `整えた ${changed}`)),
    dl(
      '',
      part.fields.filter(alone).map((one) => fieldLine(state, one, actions)),
      blankLine(
        part.fields.filter((one) => !alone(one)),
        actions,
      ),
    ),
  );
}

const isBlank = (one: FieldView): boolean => one.shown === '' && !one.changed && one.original === null;

/** Questions left blank share one line, so that they do not drown what was answered; each can be filled in. */
function blankLine(fields: readonly FieldView[], actions: Actions): VNode | false {
  return (
    fields.length > 0 &&
    h(
      'div',
      { class: 'field-line', key: 'blank' },
      dt('', '未記入'),
      dd(
        'blank',
        fields.map((one, index) => [
          index > 0 && '、',
          one.edit === null
            ? h('span', { class: 'data', id: fieldId(one.key), key: one.key, tabindex: -1 }, one.label)
            : h(
                'button',
                {
                  type: 'button',
                  class: 'link data',
                  id: fieldId(one.key),
                  key: one.key,
                  'aria-label': `${one.label}を書き入れる`,
                  on: { click: () => actions.openCorrection(one.key) },
                },
                one.label,
              ),
        ]),
      ),
    )
  );
}

function fieldLine(state: State, one: FieldView, actions: Actions): VNode {
  const { correction } = state.case;
  const draft = correction !== null && correction.key === one.key ? correction : null;
  return h(
    'div',
    { class: 'field-line', id: fieldId(one.key), key: `field-${one.key}`, tabindex: -1 },
    dt('data', one.label),
    dd(
      '',
      whatStands(one),
      one.edit !== null &&
        draft === null &&
        h(
          'button',
          {
            type: 'button',
            class: 'correct link',
            'aria-label': `${one.label}を直す`,
            on: { click: () => actions.openCorrection(one.key) },
          },
          '直す',
        ),
    ),
    one.edit !== null && draft !== null && dd('', editor(state, one, one.edit, draft, actions)),
  );
}

function whatStands(one: FieldView): VNode {
  if (!one.changed && one.original === null) return span('data', one.shown);
  const or = (text: string): string => (text === '' ? '（空）' : text);
  return dl(
    'pair',
    one.original !== null && [dt('', '申込者の入力'), dd('data before', or(one.original))],
    one.changed && [dt('', one.original === null ? '入力' : '直した値'), dd('data before', or(one.typed))],
    dt('', one.changed ? '整えた値' : '直した値'),
    dd('data after', or(one.shown)),
    one.ruleLabel !== '' && [dt('', '直し方'), dd('rule', one.ruleLabel)],
  );
}

function editor(
  state: State,
  one: FieldView,
  edit: EditView,
  draft: CorrectionDraft,
  actions: Actions,
): VNode {
  return h(
    'div',
    {
      class: 'correction',
      role: 'group',
      'aria-label': `${one.label}を直す`,
      on: {
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent) || event.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            actions.closeCorrection();
          } else if (
            event.key === 'Enter' &&
            event.target instanceof HTMLInputElement &&
            event.target.type !== 'checkbox'
          ) {
            event.preventDefault();
            void actions.saveCorrection();
          }
        },
      },
    },
    edit.several && edit.options.length > 0
      ? checks({
          id: correctionValueId,
          legend: '正しい値',
          options: severalOptions(edit),
          values: severalValues(draft.value),
          hint: edit.hint === '' ? undefined : edit.hint,
          fault: draft.fault === '' ? undefined : draft.fault,
          onChange: (values) => actions.changeCorrection({ value: values.join(';') }),
        })
      : field({
          id: correctionValueId,
          label: '正しい値',
          value: draft.value,
          lines: edit.lines,
          ...(edit.options.length > 0 ? { options: optionsFor(edit) } : {}),
          hint: edit.hint === '' ? undefined : edit.hint,
          fault: draft.fault === '' ? undefined : draft.fault,
          onInput: (value) => actions.changeCorrection({ value }),
        }),
    field({
      id: 'correction-reason',
      label: '理由（任意）',
      value: draft.reason,
      placeholder: '例：電話で申込者に確かめた',
      onInput: (reason) => actions.changeCorrection({ reason }),
    }),
    div(
      'bar-row',
      button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.closeCorrection() }),
      button(state, {
        label: '保存',
        work: 'correct',
        working: '保存しています…',
        look: 'primary',
        onPress: () => void actions.saveCorrection(),
      }),
    ),
  );
}
