/** View model of 引継ぎ. */
import { type HandOver, planHandOver } from '../../apps-script/jobs/hand-over/plan.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import type { HandOverView } from './health-protocol.ts';

const how =
  'このアカウントでブックを開き、「引継ぎ」の「自分のトリガーを外す」を押します。もう入れないときは、Google の管理者がアカウントを止めると動かなくなります。残っていても、回答が二重に取り込まれることはありません。';
const ownerHow =
  'ファイルのオーナーは、Google ドライブの「共有」で本人が譲ります。アカウントを消す前に済ませてください。';

function obstacles({ forms, triggersToMake, triggersFree }: HandOver): readonly string[] {
  return [
    ...forms
      .filter(({ canEdit }) => !canEdit)
      .map(
        ({ title }) =>
          `フォーム「${title}」を編集できません。前の担当者に、編集者として加えてもらってください。`,
      ),
    ...(triggersToMake > triggersFree
      ? [`作れるトリガーはあと ${triggersFree} 個です（必要な数は ${triggersToMake} 個）。`]
      : []),
  ];
}

export function handOverView(services: Services, plan: HandOver = planHandOver(services)): HandOverView {
  const { user, forms, round, claims } = plan;
  const open = forms.filter(({ canEdit }) => canEdit);
  return {
    account: user,
    forms: forms.map(({ row, title, canEdit, isMine, fileOwner }) => ({
      formId: row.formId,
      title,
      triggerOwner: row.triggerOwner,
      fileOwner,
      canEdit,
      isMine,
    })),
    triggersToMake: plan.triggersToMake,
    triggersFree: plan.triggersFree,
    round:
      round === null ? null : { roundId: round.roundId, sendingBy: round.sendingBy, waiting: plan.waiting },
    claims: { dead: claims.dead.length, alive: claims.alive },
    left: plan.left.map(({ account, lines }) => ({
      account,
      lines,
      how: lines.some((line) => line.startsWith('オーナー')) ? `${how}${ownerHow}` : how,
    })),
    obstacles: obstacles(plan),
    done:
      open.every(({ isMine }) => isMine) &&
      plan.triggersToMake === 0 &&
      claims.dead.length === 0 &&
      (round === null || round.sendingBy === user),
  };
}
