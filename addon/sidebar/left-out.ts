/** Recipients that a sending leaves out, gathered by reason. */
import type { SendPreview } from '../view/register-protocol.ts';

export interface LeftOutGroup {
  readonly reason: string;
  readonly rows: SendPreview['leftOut'];
}

/** The most frequent reason first; within one, the order of the ledger. */
export function groupLeftOut(rows: SendPreview['leftOut']): readonly LeftOutGroup[] {
  const groups = new Map<string, SendPreview['leftOut'][number][]>();
  for (const row of rows) {
    const group = groups.get(row.reason);
    if (group === undefined) groups.set(row.reason, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([reason, members]) => ({ reason, rows: members }))
    .sort((a, b) => b.rows.length - a.rows.length);
}
