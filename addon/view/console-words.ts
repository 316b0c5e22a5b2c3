/** States of a chamber in a roll-out as the console shows them, the parts they are summed up in, and words of the record. */
import { outcomeLabels } from '../../shared/release/outcome-words.ts';
import type { ChamberState, RolloutLine } from '../../shared/release/rollout.ts';

/** `not-yet`: the release was never offered to it. */
export type StateId = ChamberState | 'not-yet';

/** Parts of a bar: each a colour, a word and a number. */
export const partNames = ['done', 'chamber', 'asked', 'trouble', 'out', 'rest'] as const;
export type PartName = (typeof partNames)[number];

export const partLabels: Readonly<Record<PartName, string>> = {
  done: '反映済み',
  chamber: '会議所で確認中',
  asked: '返事待ち',
  trouble: '失敗',
  out: '取り消し・除外・返事なし',
  rest: 'まだ',
};

export interface StateFace {
  readonly label: string;
  readonly part: PartName;
}

/** In the order in which they are listed. */
export const stateFaces: Readonly<Record<StateId, StateFace>> = {
  failed: { label: outcomeLabels.failed, part: 'trouble' },
  'undo-failed': { label: outcomeLabels['undo-failed'], part: 'trouble' },
  offered: { label: '届けた', part: 'asked' },
  silent: { label: '返事待ち（あとでもう一度）', part: 'asked' },
  waiting: { label: outcomeLabels.waiting, part: 'chamber' },
  deferred: { label: outcomeLabels.deferred, part: 'chamber' },
  applied: { label: outcomeLabels.applied, part: 'done' },
  undone: { label: outcomeLabels.undone, part: 'out' },
  excluded: { label: '除外', part: 'out' },
  left: { label: '返事なし', part: 'out' },
  'not-yet': { label: 'まだ', part: 'rest' },
};

const isState = (id: string): id is StateId => Object.keys(stateFaces).includes(id);
export const stateIds: readonly StateId[] = Object.keys(stateFaces).filter(isState);

export const ringLabels = {
  waiting: 'まだ',
  offering: '配布中',
  paused: '停止中',
  undoing: '取り消し中',
} as const;

const whatLabels: Readonly<Record<RolloutLine['what'], string>> = {
  started: '始めました',
  'ring-started': '輪を始めました',
  offered: '届けました',
  'set-aside': '返事がないので先へ進みました',
  paused: '止まりました',
  resumed: '再開しました',
  'rolled-back': '取り消しを始めました',
  ...outcomeLabels,
};

/** Words for a line of the record; an unknown one, of a newer program, as it stands. */
export const whatLabel = (what: string): string =>
  Object.entries(whatLabels).find(([name]) => name === what)?.[1] ?? what;
