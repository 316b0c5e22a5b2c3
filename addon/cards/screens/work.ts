/** A piece of work that may outlast a card: how far it has come, and what came of it. */
import { shownTime } from '../../../apps-script/jobs/time.ts';
import type { Button, Card, Icon, Widget } from '../model.ts';
import { isOpen, type Work } from '../work.ts';
import { workKinds } from '../work-kinds.ts';
import { act, button, buttons, text } from './parts.ts';

const states: Readonly<Record<Work['state'], { readonly label: string; readonly icon: Icon }>> = {
  waiting: { label: '順番を待っています', icon: 'wait' },
  running: { label: '進めています', icon: 'wait' },
  done: { label: '終わりました', icon: 'done' },
  failed: { label: 'できませんでした', icon: 'mend' },
};

const linesOf = (work: Work): readonly string[] =>
  work.state === 'failed'
    ? [work.why]
    : work.result.elsewhere === 'yes'
      ? ['ほかの担当者が引き継いで終わらせました。']
      : Object.keys(work.result).length === 0
        ? []
        : workKinds[work.method].lines(work.result);

/** Whose it is, where it is another's. */
const whose = ({ by }: Work, user: string): string => (by === '' || by === user ? '' : `　${by}`);

export const workRow = (work: Work, user: string): Widget => ({
  kind: 'row',
  top: `${shownTime(work.changedAt)}${whose(work, user)}`,
  text: `${workKinds[work.method].label}：${states[work.state].label}`,
  bottom: linesOf(work)[0] ?? '',
  icon: states[work.state].icon,
  press: act('work', { id: work.id }),
});

/** What a look leads to: the thing itself, with the hash of what was seen. */
function confirm(work: Work): readonly Button[] {
  const { result } = work;
  if (work.method === 'exportPreview' && result.rows !== '0') {
    const { kind = '' } = JSON.parse(work.input) as { readonly kind?: string };
    const given = { kind, profile: result.profileId ?? '', hash: result.hash ?? '', later: 'yes' };
    return [button(`${result.rows} 行を出力する`, act('makeCsv', given), { isMain: true })];
  }
  if (work.method === 'importPreview' && result.blocked === 'no') {
    return [button('台帳に取り込む', act('takeImport', { work: work.id }), { isMain: true })];
  }
  return [];
}

/** `now`: epoch milliseconds; `user`: who looks. */
export function workCard(work: Work, now: number, user: string): Card {
  const { label, next } = workKinds[work.method];
  const isEnded = work.state === 'done' && work.result.elsewhere !== 'yes';
  const waits = isOpen(work);
  const isFree = work.state === 'waiting' || work.until < now;
  return {
    name: 'work',
    title: label,
    subtitle: states[work.state].label,
    sections: [
      {
        widgets: [
          {
            kind: 'row',
            top: `はじめた時刻 ${shownTime(work.at)}${whose(work, user)}`,
            text: states[work.state].label,
            icon: states[work.state].icon,
          },
          ...linesOf(work).map((line) => text(line)),
          ...(waits
            ? [
                text(
                  '1〜2分ほどで自動で進みます。この画面は閉じて構いません。途中で止まっても、続きから進みます。',
                  'soft',
                ),
              ]
            : []),
          buttons(
            ...(isEnded ? confirm(work) : []),
            ...(isEnded && next !== undefined
              ? next(work.result).map((one) => button(one.text, one.press))
              : []),
            button('更新', act('work', { id: work.id, again: 'yes' })),
            waits && isFree
              ? button(
                  whose(work, user) === '' ? 'ここで進める' : '引き継いで進める',
                  act('goOn', { id: work.id }),
                )
              : null,
            button('今日に戻る', act('home')),
          ),
        ],
      },
    ],
  };
}
