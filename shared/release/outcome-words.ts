/** What a chamber says of a release, in words. A file of its own: pages take it without schemas and keys. */
import type { Outcome } from './rollout.ts';

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  applied: '反映済み',
  waiting: '担当者の確認待ち',
  deferred: '見送り',
  failed: '失敗',
  undone: '取り消し済み',
  'undo-failed': '取り消せない',
};
