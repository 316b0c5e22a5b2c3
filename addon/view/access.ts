/** View model of the list of roles. */
import { refusalOf, roleList } from '../../apps-script/jobs/access/check.ts';
import { operationsTable } from '../../apps-script/jobs/access/log.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { type Role, roleLabels, roles } from '../../shared/settings/roles.ts';
import type { AccessView } from './access-protocol.ts';

const what: Readonly<Record<Role, string>> = {
  view: '画面を見ることだけができます。',
  desk: '申込と回答を取り込み、直し、次へ進め、差し戻します。',
  approve: '申込と台帳の回答を承認します。',
  export: 'CSV・メール・手紙を出し、台帳を取り込みます。',
  settings: '準備、フォーム、役割、点検、引継ぎ、保存期間を決めます。',
};

/** What holds for a list, one sentence. */
export const accessWords = (count: number): string =>
  count === 0
    ? '役割の表は空です。このブックを編集できる人は全員、すべての操作ができます。'
    : `${count}人に役割があります。表にない人は、ブックを編集できても会議所キットを使えません。`;

export function accessView(services: Services): AccessView {
  const list = roleList(services);
  return {
    people: list.map(({ person, roles: own }) => ({ person, roles: [...own] })),
    roles: roles.map((id) => ({ id, label: roleLabels[id], what: what[id] })),
    me: services.session.user(),
    mayChange: refusalOf(services, 'settings') === null,
    words: accessWords(list.length),
    logSheet: operationsTable.name,
  };
}
