/** The checks of 点検: one row each, what it makes of what was seen. */
import { settingsVersion } from '../book/settings.ts';
import { isoOf, shownTime } from '../time.ts';
import type { Seen, SeenBook } from './look.ts';
import type { CheckId } from './words.ts';

export type State = 'ok' | 'info' | 'warn' | 'bad' | 'unknown';

export interface Finding {
  readonly state: State;
  readonly seen: string;
  /** Of one form: its id and title. */
  readonly subject?: { readonly id: string; readonly title: string };
  /** Nothing that the program could mend, although the check has a way. */
  readonly byHand?: boolean;
}

export const zone = 'Asia/Tokyo';
const hour = 3_600_000;
/** Two hourly runs may have been missed by then; the minute of an hourly trigger is not fixed. */
const silence = 2 * hour;
/** As many mails as one claim of `sendMails` takes. */
const fewMails = 50;

const finding = (state: State, seen: string): readonly Finding[] => [{ state, seen }];
const timeWords = (at: number): string =>
  at === 0 ? 'まだ動いていません' : `最後の実行 ${shownTime(isoOf(at))}`;

/** An account counts as at work for two hours after it began or last ran. */
export const isAtWork = ({ accounts, now }: Pick<Seen, 'accounts' | 'now'>, account: string): boolean => {
  const known = accounts[account];
  return known !== undefined && now - Math.max(known.since, known.ran) <= silence;
};

export const hasHourly = ({ triggers }: Pick<Seen, 'triggers'>): boolean =>
  triggers.some(({ handler }) => handler === 'hourlyCatchUp');

const hasSubmit = ({ triggers }: Seen, id: string): boolean =>
  triggers.some(({ handler, formId }) => handler === 'onFormSubmitted' && formId === id);

function hourly(seen: Seen): readonly Finding[] {
  const others = Object.keys(seen.accounts).filter((one) => one !== seen.user && isAtWork(seen, one));
  const recorded = others.length === 0 ? '' : `記録では ${others.join('、')} も動いています。`;
  if (hasHourly(seen)) {
    const ran = timeWords(seen.accounts[seen.user]?.ran ?? 0);
    return finding('ok', `${seen.user} のアカウントで動いています（${ran}）。${recorded}`);
  }
  if (others.length > 0) return finding('ok', `このアカウントでは動いていません。${recorded}`);
  const known = Object.keys(seen.accounts).filter((one) => one !== seen.user);
  const last = known.length === 0 ? '' : `前に動いていたのは ${known.join('、')} です。`;
  return finding('bad', `動いているアカウントがありません。${last}`);
}

function collected({ accounts, now }: Seen): readonly Finding[] {
  const all = Object.values(accounts);
  const ran = Math.max(0, ...all.map((one) => one.ran));
  const since = Math.max(0, ...all.map((one) => one.since));
  if (now - ran <= silence) return finding('ok', `${shownTime(isoOf(ran))} に取り込みました。`);
  if (ran === 0 && now - since <= silence) {
    return finding('ok', `${shownTime(isoOf(since))} に準備しました。1時間以内に最初の取込みをします。`);
  }
  return finding('bad', ran === 0 ? 'まだ一度も動いていません。' : `最後は ${shownTime(isoOf(ran))} です。`);
}

type OfBook = (book: SeenBook, seen: Seen) => readonly Finding[];

/** A check of each published form. */
const ofForms =
  (check: (form: SeenBook['forms'][number], seen: Seen) => Finding): OfBook =>
  (book, seen) =>
    book.forms.map((form) => ({
      ...check(form, seen),
      subject: { id: form.health.formId, title: form.health.title },
    }));

const isGone = ({ health }: SeenBook['forms'][number]): boolean =>
  health.issues.some(({ code }) => code === 'form.missing');

const gone: Finding = {
  state: 'unknown',
  seen: 'このアカウントではフォームを開けません。消されたか、編集者ではありません。',
  byHand: true,
};

const ofBook: Readonly<Partial<Record<CheckId, OfBook>>> = {
  trigger: ofForms((form, seen) => {
    if (isGone(form)) return gone;
    const { triggerOwner } = form.row;
    if (hasSubmit(seen, form.health.formId)) {
      const also =
        triggerOwner === '' || triggerOwner === seen.user ? '' : `記録では ${triggerOwner} も持っています。`;
      return { state: 'ok', seen: `${seen.user} のアカウントで動いています。${also}` };
    }
    if (triggerOwner === '' || triggerOwner === seen.user) {
      return {
        state: 'bad',
        seen: `${triggerOwner === '' ? '持ち主の記録がありません' : `${seen.user} のトリガーがなくなっています`}。`,
      };
    }
    return isAtWork(seen, triggerOwner)
      ? { state: 'ok', seen: `記録では ${triggerOwner} のアカウントで動いています。` }
      : { state: 'warn', seen: `記録では ${triggerOwner} ですが、2時間以上動いた記録がありません。` };
  }),
  open: ofForms((form) => {
    if (isGone(form)) return gone;
    const { published, accepting } = form.health;
    if (form.row.state === 'closed') return { state: 'ok', seen: '受付を終えています（職員の操作か締切）。' };
    return published && accepting
      ? { state: 'ok', seen: '公開して、回答を受け付けています。' }
      : { state: 'bad', seen: published ? '公開していますが、受け付けていません。' : '公開していません。' };
  }),
  update: ofForms((form) => {
    const { updating, version, newest } = form.health;
    if (updating) return { state: 'bad', seen: `更新の途中です（適用途中、版 ${version}）。` };
    return version === newest
      ? { state: 'ok', seen: `版 ${version}（最新）` }
      : { state: 'info', seen: `版 ${version}。版 ${newest} に更新できます。` };
  }),
  linked: ofForms((form) => {
    if (isGone(form)) return gone;
    return form.health.linked
      ? { state: 'ok', seen: 'このブックのシートに控えが残ります。' }
      : { state: 'bad', seen: 'このブックにつながっていません。' };
  }),
  questions: ofForms((form) => {
    if (isGone(form)) return gone;
    const { retired, missing } = form.health.questions ?? { retired: [], missing: [] };
    const parts = [
      ...(retired.length === 0 ? [] : [`閉じた質問 ${retired.length}`]),
      ...(missing.length === 0 ? [] : [`外した質問 ${missing.length}（${missing.join('、')}）`]),
    ];
    return parts.length === 0
      ? { state: 'ok', seen: '閉じた質問も、外した質問もありません。' }
      : { state: 'info', seen: `${parts.join('、')}。` };
  }),
  layout: ({ layout }) => {
    if (layout === undefined)
      return finding('bad', '設定のCSVの配置が見つかりません。準備で選び直してください。');
    const { name, verified } = layout.profile;
    return verified ? finding('ok', `「${name}」（確認済み）`) : finding('info', `「${name}」（仮の配置）`);
  },
  secrets: ({ round, hasSecret }) => {
    if (round === null) return finding('ok', '照会をしていないため、まだ使いません。');
    return hasSecret
      ? finding('ok', `照会 ${round.roundId} の鍵があります。`)
      : finding('bad', `照会 ${round.roundId} の鍵がありません。`);
  },
  sending: ({ round, waiting }, seen) => {
    if (round === null) return finding('ok', '送付中の照会はありません。');
    const words = `照会 ${round.roundId}、担当 ${round.sendingBy === '' ? 'なし' : round.sendingBy}、待ち ${waiting} 通`;
    if (waiting === 0) return finding('ok', `${words}。`);
    const isSending = round.sendingBy === seen.user ? hasHourly(seen) : isAtWork(seen, round.sendingBy);
    return isSending
      ? finding('ok', `${words}。自動で続きます。`)
      : finding('warn', `${words}。担当のアカウントが動いていません。`);
  },
  retention: ({ destruction }) => {
    const { rules, issues, due, refused } = destruction;
    if (issues.length > 0) return finding('warn', '設定の保存期間に、読めない行があります。');
    if (rules.length === 0) return finding('ok', '規則がないため、何も廃棄しません。');
    const held = refused.length === 0 ? '' : `ほかに、まだ廃棄できないもの ${refused.length} 件。`;
    return due.length === 0
      ? finding('ok', `期間を過ぎた回答はありません。${held}`)
      : finding('warn', `期間を過ぎた回答が ${due.length} 件あります。${held}`);
  },
  roles: ({ people, rolesShown }) => {
    if (!rolesShown)
      return finding('warn', '設定の「担当者の役割」が手で書きかえられています。効いているのは元の表です。');
    return people === 0
      ? finding('ok', '役割の表は空です。ブックを編集できる人は全員、すべての操作ができます。')
      : finding('ok', `${people}人に役割があります。`);
  },
};

const ofAll: Readonly<Partial<Record<CheckId, (seen: Seen) => readonly Finding[]>>> = {
  sheets: ({ missing }) =>
    missing.length === 0
      ? finding('ok', '足りない表はありません。')
      : finding('bad', `足りない表: ${missing.join('、')}`),
  version({ version }) {
    if (version === null) return finding('bad', '準備がまだです。');
    return version === settingsVersion
      ? finding('ok', `設定の版 ${version}（最新）`)
      : finding('bad', `設定の版 ${version}。会議所キットは版 ${settingsVersion} です。`);
  },
  scopes: ({ authorisation: { isMissing, url } }) =>
    isMissing
      ? finding('bad', `許可されていない権限があります。${url}`)
      : finding('ok', '必要な権限は許可されています。'),
  hourly,
  collected,
  quota({ mailsLeft }) {
    const words = `あと ${mailsLeft} 通（このアカウント）`;
    return finding(mailsLeft === 0 ? 'bad' : mailsLeft < fewMails ? 'warn' : 'ok', words);
  },
  zone: ({ zones: { script, book } }) => {
    if (script === zone && book === zone) return finding('ok', 'プログラムもブックも日本時間です。');
    return [{ state: 'bad', seen: `プログラム ${script}、ブック ${book}`, byHand: book === zone }];
  },
};

/** In the order in which they are shown. */
export const checkOrder: readonly CheckId[] = [
  'sheets',
  'version',
  'scopes',
  'hourly',
  'collected',
  'trigger',
  'open',
  'update',
  'linked',
  'questions',
  'quota',
  'layout',
  'secrets',
  'zone',
  'sending',
  'retention',
  'roles',
];

export function findingsOf(id: CheckId, seen: Seen): readonly Finding[] {
  const all = ofAll[id];
  if (all !== undefined) return all(seen);
  const own = ofBook[id];
  if (own === undefined) return [];
  return seen.book === null
    ? finding('unknown', '表がそろうと調べられます。').map((one) => ({ ...one, byHand: true }))
    : own(seen.book, seen);
}
