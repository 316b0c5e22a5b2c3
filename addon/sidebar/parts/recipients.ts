/** Whom a round or a sending is about: 特商, members, divisions. */
import type { RecipientFilter } from '../../view/register-protocol.ts';
import { h, type VNode } from '../dom/h.ts';
import { checks } from './choice.ts';
import { field } from './field.ts';

const members = [
  { value: '', label: '会員も非会員も' },
  { value: 'member', label: '会員だけ' },
  { value: 'other', label: '会員でない事業所だけ' },
];

export function recipients(
  id: string,
  filter: RecipientFilter,
  divisions: readonly string[],
  onChange: (filter: RecipientFilter) => void,
): readonly (VNode | false)[] {
  return [
    field({
      id: `${id}-tokusho`,
      label: '特定商工業者',
      value: filter.tokusho ? 'only' : '',
      options: [
        { value: 'only', label: '特定商工業者だけ' },
        { value: '', label: '台帳のすべての事業所' },
      ],
      onInput: (value) => onChange({ ...filter, tokusho: value === 'only' }),
    }),
    field({
      id: `${id}-member`,
      label: '会員',
      value: filter.member,
      options: members,
      onInput: (value) =>
        onChange({ ...filter, member: value === 'member' || value === 'other' ? value : '' }),
    }),
    divisions.length > 0 &&
      h(
        'details',
        { class: 'more', key: 'divisions', open: filter.divisions.length > 0 },
        h(
          'summary',
          {},
          filter.divisions.length === 0 ? '部会でしぼる' : `部会でしぼる（${filter.divisions.length}）`,
        ),
        checks({
          id: `${id}-divisions`,
          legend: '部会',
          options: divisions.map((name) => ({ value: name, label: name })),
          values: filter.divisions,
          hint: '1つも選ばなければ、部会ではしぼりません。',
          onChange: (values) => onChange({ ...filter, divisions: values }),
        }),
      ),
  ];
}
