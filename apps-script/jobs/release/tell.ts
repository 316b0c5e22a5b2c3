/** Who is responsible for the chamber's forms is written to once a release, when something of it waits for a person. */
import { holdersOf } from '../../../shared/settings/roles.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { roleList } from '../access/check.ts';
import { openBook } from '../book/book.ts';
import { outgoingMail } from '../book/mail.ts';
import type { Services } from '../port.ts';
import { changePull, type PullState } from './state.ts';

/** Most people that are written to. */
const most = 5;

/** Who has 設定; where the list is empty, the owner of the workbook, then the chamber's own address. */
function responsible(services: Services, address: string): readonly string[] {
  const holders = holdersOf(roleList(services), 'settings').filter(isMailable);
  if (holders.length > 0) return holders.slice(0, most);
  return [services.workbook.owner(), address].filter(isMailable).slice(0, 1);
}

function textOf({ notes }: PullState, version: string, titles: readonly string[], url: string): string {
  return [
    `日本商工会議所から、フォームのひな形の新しい版（${version}）が届きました。`,
    '',
    '■ 変わったこと',
    ...notes.map((note) => `・${note}`),
    '',
    '■ 確認をお願いするフォーム',
    ...titles.map((title) => `・${title}`),
    '',
    '会員データ管理を開き、メニュー「拡張機能」→「会議所キット」→「フォームの作成と更新」で、変わる内容を確かめてから「更新する」を押してください。',
    '自所で変えたところは、そのまま残ります。押すまで、これらのフォームは変わりません。',
    '受け取る時期を遅らせるときは、「点検と設定」の「配信」で見送る日を決めてください。',
    '',
    url,
  ].join('\n');
}

/**
 * Writes once. The note that it was done comes first: a run that dies between the two leaves nobody written to twice, and 今日 shows
 * the same all the time.
 */
export function tellOnce(
  services: Services,
  state: PullState,
  version: string,
  formIds: readonly string[],
): void {
  if (formIds.length === 0 || state.mailedFor === version) return;
  const settings = openBook(services.workbook).settings();
  const people = responsible(services, settings.chamber.email);
  if (people.length === 0 || services.mail.remaining() < people.length) return;
  const titles = formIds
    .map((formId) => services.forms.look(formId)?.title ?? '')
    .filter((one) => one !== '');
  const url = services.workbook.url();
  const body = textOf(state, version, titles, url);
  const mails = people.flatMap(
    (to) => outgoingMail(to, `【会議所キット】フォームの更新の確認（版 ${version}）`, body, settings) ?? [],
  );
  services.withLock(() => changePull(services, { mailedFor: version }));
  for (const mail of mails) services.mail.send(mail);
}
