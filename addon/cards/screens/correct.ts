/** 直す: one value of an application, with what is wrong with it and what can be put in its place. */
import { optionsFor, severalOptions, severalValues } from '../../view/correction.ts';
import type { ApplicationView, EditView, FieldView, IssueView } from '../../view/protocol.ts';
import type { Card, Widget } from '../model.ts';
import type { From } from './case.ts';
import { act, button, issueRow, section, text } from './parts.ts';

export const correctionField = 'value';
/** A list of a card takes no more than a hundred; more are typed. */
const mostOptions = 98;
/** As much as the server takes. */
const mostLetters = 2000;

/** Whether a card can hold the value whole: what is cut could not be sent back. */
export const fitsCard = ({ value }: EditView): boolean => value.length <= mostLetters;

/** How the value is given: chosen, ticked or typed. */
export type Way = 'choose' | 'tick' | 'type';
export function wayOf({ options, several }: EditView): Way {
  if (options.length === 0 || options.length > mostOptions) return 'type';
  return several ? 'tick' : 'choose';
}

function editor(field: FieldView, edit: EditView): Widget {
  const { label } = field;
  switch (wayOf(edit)) {
    case 'tick':
      return {
        kind: 'ticks',
        name: correctionField,
        label,
        options: severalOptions(edit),
        values: severalValues(edit.value),
      };
    case 'choose':
      return {
        kind: 'choice',
        name: correctionField,
        label,
        options: optionsFor(edit),
        value: edit.value,
      };
    case 'type':
      return {
        kind: 'input',
        name: correctionField,
        label,
        value: edit.value,
        isLong: edit.lines > 0,
        ...(edit.hint === '' ? {} : { hint: edit.hint }),
      };
  }
}

export function correctCard(view: ApplicationView, field: FieldView, edit: EditView, from: From): Card {
  const about = view.issues.filter(({ key }) => key === field.key);
  const given = { ...from, id: view.applicationId, version: String(view.version), key: field.key };
  const isOut = field.original !== null && field.original !== field.typed;
  return {
    name: 'correct',
    title: `${field.label}を直す`,
    subtitle: `${view.receiptNumber}　${view.name}`,
    sections: [
      ...(about.length === 0 ? [] : [{ widgets: about.map((one) => issueRow(one)) }]),
      {
        widgets: [
          { kind: 'row', top: 'いまの値', text: field.shown },
          ...(isOut ? [{ kind: 'row', top: '申込者の入力', text: field.original } satisfies Widget] : []),
        ],
      },
      section('正しい値', [
        editor(field, edit),
        { kind: 'input', name: 'reason', label: '理由・メモ', hint: '例：電話で確認' },
        text('前の値と、直した人・日時が履歴に残ります。', 'soft'),
      ]),
    ],
    footer: {
      primary: button('直す', act('correct', { ...given, decided: 'yes' })),
      secondary: button('やめる', act('back')),
    },
  };
}

/** A proposal that one press takes: it has to be one that the server would take. */
export const isTakeable = (view: ApplicationView, { key, suggestion }: IssueView): boolean =>
  suggestion !== '' &&
  view.sections.some(({ fields }) => fields.some((one) => one.key === key && one.edit !== null));
