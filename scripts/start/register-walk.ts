/** The second walk of the desk: the yearly update of the register, from the core system's file to the file of changes. */
import type { DeskStep, Walk } from '../../emulator/web/face.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import { columnOf } from './columns.ts';
import type { Seeded } from './seed.ts';

const answered = ['変更なし', '変更あり', '廃業', '移転', '要確認'];

function steps(state: WorkspaceState, { bookId }: Seeded): DeskStep[] {
  const sheets = state.spreadsheets[bookId]?.sheets ?? [];
  const sheetOf = (name: string): string => {
    const id = sheets.find((one) => one.name === name)?.id ?? 0;
    return `/sheets/${bookId}?gid=${id}#menu=showSidebar`;
  };
  const imports = columnOf(state, bookId, '取込履歴', '取込番号').length;
  const asked = columnOf(state, bookId, '照会', '事業所番号').length;
  const sent = columnOf(state, bookId, '照会', '依頼').length;
  const answers = columnOf(state, bookId, '照会', '回答').filter((one) => answered.includes(one)).length;
  const changes = columnOf(state, bookId, '出力履歴', '対象の種類').filter(
    (one) => one !== '入会申込',
  ).length;
  return [
    {
      title: '台帳に取り込む',
      text: '職員になって、サイドバーの「台帳」から、基幹システムのCSV（見本）を台帳に取り込みます。文字化けや番号の 0 落ちがないか、取り込む前に確かめられます。',
      person: 'staff1',
      button: '台帳を開く',
      href: sheetOf('台帳'),
      // The first import came with the model chamber.
      done: imports > 1,
      status: `台帳 ${columnOf(state, bookId, '台帳', '事業所番号').length}件・取込み ${imports}回`,
    },
    {
      title: '確認を依頼する',
      text: 'サイドバーの「台帳」で照会を始め、事業所ごとのリンクをメールで送ります。メールは、このページの受信箱に届きます。',
      person: 'staff1',
      button: '照会を始める',
      href: sheetOf('照会'),
      done: sent > 0,
      status: asked === 0 ? 'まだ始めていません' : `対象 ${asked}件・依頼済み ${sent}件`,
    },
    {
      title: 'リンクから答える',
      text: '事業者になって、届いたメールのリンクを開きます。変更がなければ、選んで送るだけです。番号もパスワードも要りません。',
      person: 'business',
      button: '受信箱を開く',
      href: sent > 0 ? '/mail' : '',
      done: answers > 0,
      status: sent === 0 ? '依頼を送ると始められます' : `回答 ${answers}件`,
    },
    {
      title: '確かめて、変更をCSVに出す',
      text: 'サイドバーの「台帳」で、台帳と違うところを項目ごとに確かめて承認し、「CSV」で変更だけを基幹システムのファイルにします。',
      person: 'staff1',
      button: '回答を確かめる',
      href: answers > 0 ? sheetOf('台帳の回答') : '',
      done: changes > 0,
      status: changes === 0 ? '変更はまだ出力していません' : `変更の出力 ${changes}回`,
    },
  ];
}

export function registerWalk(at: Seeded): Walk {
  return {
    title: 'つぎに：台帳の年一回の確認',
    text: '法定台帳の内容を、事業所ごとのリンクで確かめてもらい、変わったところだけを基幹システムに戻すまでです。',
    steps: (state) => steps(state, at),
  };
}
