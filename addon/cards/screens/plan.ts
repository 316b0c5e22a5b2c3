/** ひな型の更新: what it would do to a form; applied here where nothing has to be decided. */
import type { PlanGroupId, UpdatePlanView } from '../../view/forms-protocol.ts';
import type { Card, Section, Widget } from '../model.ts';
import { act, button, buttons, firstOf, issueRow, section, text } from './parts.ts';

const mostEntries = 12;
/** Groups that the update changes something by; the others tell what stays. */
const changing: readonly PlanGroupId[] = ['added', 'changed'];

function groupSection({ label, entries, id }: UpdatePlanView['groups'][number]): readonly Section[] {
  if (entries.length === 0) return [];
  const rows = entries.map(
    (one): Widget => ({
      kind: 'row',
      top: one.part === '' ? one.ownershipLabel : `${one.part}　${one.ownershipLabel}`.trim(),
      text: one.title,
      bottom: one.what,
    }),
  );
  const inSight = changing.includes(id) ? 4 : 1;
  return [section(`${label}（${entries.length}）`, firstOf(rows, mostEntries), inSight)];
}

const whereWords =
  'スプレッドシートのメニュー「会議所キット」→「フォームの作成と更新」の「更新を見る」で選べます。';

/** What leads on: applying, or the place where it is decided. */
function way({ conflicts, stopped, hash, form, groups }: UpdatePlanView, url: string): readonly Widget[] {
  const isElsewhere = conflicts.length > 0 || stopped?.undoes === true;
  if (isElsewhere) {
    return [
      text(
        conflicts.length > 0
          ? `自所と日商の両方が変えたところが ${conflicts.length} か所あり、人が選びます。${whereWords}`
          : `更新の取消しが途中です。${whereWords}`,
        'warning',
      ),
      ...firstOf(
        conflicts.map(({ title, part }) => ({ kind: 'row', icon: 'look', top: part, text: title })),
        mostEntries,
      ),
      buttons(button('ブックを開く', { open: url }, { isMain: true })),
    ];
  }
  const changes = groups.reduce(
    (sum, { id, entries }) => sum + (changing.includes(id) ? entries.length : 0),
    0,
  );
  const isNothing = changes === 0 && stopped === null && form.update.id === 'newest';
  return isNothing
    ? []
    : [
        buttons(
          button(
            stopped === null ? '更新する' : '続きから更新する',
            act('applyPlan', { id: form.formId, hash, changes: String(changes) }),
            { isMain: true },
          ),
        ),
        text('あとから「フォームの作成と更新」の「履歴」で、更新の前に戻せます。', 'soft'),
      ];
}

/** @param url of the workbook, where conflicts are decided */
export function planCard(view: UpdatePlanView, url: string): Card {
  const { form, from, to, headline, issues, groups, stopped } = view;
  return {
    name: 'plan',
    title: 'ひな型の更新',
    subtitle: form.title,
    sections: [
      {
        widgets: [
          { kind: 'row', top: `ひな型 ${from} → ${to}`, text: headline },
          ...(stopped === null
            ? []
            : [text(`${stopped.at} に ${stopped.by} が始めた更新が、途中です。`, 'warning')]),
          ...issues.map((one) => issueRow(one)),
          ...way(view, url),
        ],
      },
      ...groups.flatMap(groupSection),
      {
        widgets: [buttons(button('更新', act('plan', { id: form.formId, again: 'yes' })))],
      },
    ],
  };
}
