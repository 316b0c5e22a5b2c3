/** The fifth walk of the desk: a survey from its list to the report. */
import type { DeskStep, Walk } from '../../emulator/web/face.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Seeded } from './seed.ts';

/** A list to paste, as one line of words. */
const list =
  '事業所名,メールアドレス,業種,規模 ／ 見本商店,shop@example.jp,小売業,5人以下 ／ 見本製作所,works@example.jp,製造業,6〜20人';

function steps(state: WorkspaceState, { bookId }: Seeded): DeskStep[] {
  const book = state.spreadsheets[bookId];
  const queue = book?.sheets.find(({ name }) => name === '受付');
  const page = `/sheets/${bookId}?gid=${queue?.id ?? 0}#menu=showSurvey`;
  const asked = Object.keys(book?.sheets.find(({ name }) => name === '調査先')?.cells ?? {}).length - 1;
  const isBegun = asked > 0;
  const counted = book?.sheets.find(({ name }) => name.startsWith('集計 '));
  return [
    {
      title: '調査を始める',
      text: `「調査を始める」で LOBO を選び、調査先に台帳を選ぶか、一覧（例：${list}。／は改行）を貼ります。フォームと、事業所ごとのリンクができます。`,
      person: 'staff1',
      button: '調査の画面を開く',
      href: page,
      done: isBegun,
      status: isBegun ? `調査先 ${asked}事業所` : '',
    },
    {
      title: '送って、答えて、まとめる',
      text: '依頼の内容を確かめて送り、受信箱のリンクから答えるか、「紙・電話の回答」に入れます。「集計して報告を作る」で、表・図・報告ができます。',
      person: 'staff1',
      button: '続ける',
      href: isBegun ? page : '',
      done: counted !== undefined,
      status: counted === undefined ? (isBegun ? '' : '調査を始めると送れます') : `シート「${counted.name}」`,
    },
  ];
}

export function surveyWalk(at: Seeded): Walk {
  return {
    title: '調査をする',
    text: '調査先の一覧から依頼を送り、ウェブ・紙・電話の回答をまとめ、回答の少ない欄を隠した報告を作るまでです。',
    steps: (state) => steps(state, at),
  };
}
