/** The third walk of the desk: forms from templates, and the update of one that the chamber has changed. */
import type { DeskStep, Walk } from '../../emulator/web/face.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import { columnOf } from './columns.ts';
import { earlier } from './earlier-form.ts';
import type { Seeded } from './seed.ts';

/** Forms that came with the model chamber. */
const seededForms = 2;

function steps(state: WorkspaceState, { bookId }: Seeded): DeskStep[] {
  const queue = state.spreadsheets[bookId]?.sheets.find((one) => one.name === '受付');
  const forms = `/sheets/${bookId}?gid=${queue?.id ?? 0}#menu=showForms`;
  const made = columnOf(state, bookId, '_forms', 'formId').length;
  const at = columnOf(state, bookId, '_forms', 'templateId').indexOf(earlier.templateId);
  const version = columnOf(state, bookId, '_forms', 'templateVersion')[at] ?? '';
  const updated = version !== '' && version !== earlier.version;
  return [
    {
      title: '自所の変更を残して更新する',
      text: '「経営相談の申込」は、ひな型 1.0.0 から作り、自所で直してあります。新しい版との違いを見て、要判断のところを選び、更新します。元にも戻せます。',
      person: 'staff1',
      button: '更新の内容を見る',
      href: forms,
      done: updated,
      status: updated ? `ひな型 ${version} になりました` : '更新が 1件 あります',
    },
    {
      title: 'ひな型からフォームを作る',
      text: 'セミナー、会議の出欠、会議室の予約など 13種のひな型から選び、自所の内容を入れると、そのまま使えるフォームができます。',
      person: 'staff1',
      button: 'ひな型を見る',
      href: forms,
      done: made > seededForms,
      status: `フォーム ${made}件`,
    },
  ];
}

export function formsWalk(at: Seeded): Walk {
  return {
    title: 'フォームを作り、更新する',
    text: '日商のひな型からフォームを作り、自所で直し、ひな型が新しくなったら、直したところを残したまま取り入れるまでです。',
    steps: (state) => steps(state, at),
  };
}
