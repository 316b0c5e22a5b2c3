/** Commands of `cci release` that change what the console shows: to be copied, never run from the page. */
import type { Rollout } from '../../shared/release/rollout.ts';
import type { CommandView } from './console-protocol.ts';

const cci = (name: string, more = ''): string =>
  `npm run -s cci -- release ${name} --config release.yaml${more === '' ? '' : ` ${more}`}`;

const reason = '--reason "理由"';

const goOn: CommandView = {
  label: '報告を読み込んで、先へ進める',
  hint: '失敗した会議所があれば、ここで止まります。なければ、次の会議所に案内します。',
  command: cci('status', '--apply'),
};
const pause: CommandView = {
  label: '配布を止める',
  hint: 'これから先の会議所には、案内しません。',
  command: cci('pause', `${reason} --apply`),
};
const resume: CommandView = {
  label: '失敗した会議所を除いて再開する',
  hint: '原因が、その会議所だけのものと分かったとき。',
  command: cci('resume', '--apply'),
};
const again: CommandView = {
  label: '失敗した会議所にも、もう一度案内して再開する',
  hint: '一時的な不調が直ったとき。',
  command: cci('resume', '--again --apply'),
};
/** Rings that have begun are named by what the command calls them. */
function rollback({ plan, rings }: Rollout): CommandView {
  const begun = plan.rings.filter(({ id }) => rings[id]?.state !== 'waiting');
  const names = begun.map(({ id, name }) => `${id}＝${name}`).join('、');
  const some = begun.length < 2 ? '' : `一部の輪だけなら、--rings を付けます（${names}）。`;
  return {
    label: '配った会議所を、前の配布へ戻す',
    hint: `回答と、会議所が直したところは残ります。${some}`,
    command: cci('rollback', `${reason} --apply`),
  };
}
const publish: CommandView = {
  label: '新しい配布を始める',
  hint: 'はじめに publish の代わりに plan で、何が、どこに、いつ届くかを確かめてください。',
  command: cci('publish', '--version 1.0.0 --notes お知らせ.txt --apply'),
};

/** What may be done now, the likeliest first. */
export function commandsFor(rollout: Rollout | null): readonly CommandView[] {
  if (rollout === null) return [publish];
  if (Object.values(rollout.rings).some(({ state }) => state === 'undoing')) return [goOn, publish];
  const undo = rollback(rollout);
  return rollout.paused === null ? [goOn, pause, undo] : [again, resume, undo, goOn];
}

export const chamberCommand = (code: string): CommandView => ({
  label: 'この会議所の経過を、命令で見る',
  hint: '',
  command: cci('status', `--chamber ${code}`),
});
