/** What the desk says about the product: the first walk through it, with its state read from the workspace. */
import type { DeskStep, Person, Product } from '../../emulator/web/face.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import { place, users } from './chamber.ts';
import { columnOf } from './columns.ts';
import { formsWalk } from './forms-walk.ts';
import { registerWalk } from './register-walk.ts';
import { rulesWalk } from './rules-walk.ts';
import type { Seeded } from './seed.ts';
import { surveyWalk } from './survey-walk.ts';

/** How far the model chamber was when it was seeded; a step is done when the visitor went further. */
export interface Baseline extends Seeded {
  readonly version: 1;
  readonly answers: number;
  readonly approved: number;
  readonly exported: number;
}

const people: readonly Person[] = [
  { id: 'business', roleLabel: '事業者', name: '入会を考えている会社', email: '' },
  ...users.map(
    (user, index): Person => ({
      id: user.role === 'jcci' ? 'jcci' : `staff${index + 1}`,
      roleLabel: user.role === 'jcci' ? '日商' : '職員',
      name: user.name,
      email: user.email,
    }),
  ),
];

const afterApproval = ['承認', '入金', '会員'];

/** Counts that tell how far things are. */
export function progressOf(
  state: WorkspaceState,
  at: Seeded,
): { answers: number; approved: number; exported: number; open: number } {
  const states = columnOf(state, at.bookId, '受付', '状態');
  return {
    answers: state.forms[at.formId]?.responses.length ?? 0,
    approved: states.filter((one) => afterApproval.includes(one)).length,
    exported: columnOf(state, at.bookId, '出力履歴', '出力番号').length,
    open: states.filter((one) => one === '仮申込').length,
  };
}

function steps(state: WorkspaceState, baseline: Baseline): DeskStep[] {
  const now = progressOf(state, baseline);
  const publicId = state.forms[baseline.formId]?.publicId ?? '';
  const queue = state.spreadsheets[baseline.bookId]?.sheets.find((one) => one.name === '受付');
  const sheet = `/sheets/${baseline.bookId}?gid=${queue?.id ?? 0}#menu=showSidebar`;
  return [
    {
      title: '回答する',
      text: '入会を希望する会社になって、申込フォームに答えます。スマートフォンの幅でも試せます。',
      person: 'business',
      button: 'フォームに回答する',
      href: publicId === '' ? '' : `/forms/${publicId}/viewform`,
      done: now.answers > baseline.answers,
      status: `これまでの回答 ${now.answers}件`,
    },
    {
      title: '確認・承認する',
      text: '職員になって、届いた申込を会員データ管理のサイドバーで確かめ、承認します。',
      person: 'staff1',
      button: '受付を開く',
      href: sheet,
      done: now.approved > baseline.approved,
      status: `仮申込 ${now.open}件・承認済み ${now.approved}件`,
    },
    {
      title: 'CSVを出す',
      text: 'サイドバーの「CSV」で、承認した申込を基幹システムに取り込むファイルにします。出せない行は理由と一緒に残ります。',
      person: 'staff1',
      button: 'CSVを出しに行く',
      href: sheet,
      done: now.exported > baseline.exported,
      status: now.exported === 0 ? 'まだ出力していません' : `出力 ${now.exported}回`,
    },
  ];
}

/** The product as the web face shows it. */
export function productOf(baseline: Baseline): Product {
  return {
    name: '会議所キット',
    place,
    welcome:
      'ここは、練習用の商工会議所です。1、2、3の順に進むと、入会の申込が届き、職員が確かめ、会員データのCSVになるまでを体験できます。会社も人もすべて架空です。何を押しても、外には送られません。',
    people,
    steps: (state) => steps(state, baseline),
    further: [registerWalk(baseline), formsWalk(baseline), rulesWalk(baseline), surveyWalk(baseline)],
  };
}
