/** A chamber with a small ledger for the yearly round: businesses with and without mail, judged and not. */
import type { Input } from '../../addon/view/protocol.ts';
import type { Cells } from '../../apps-script/jobs/port.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, chamberFrom, newChamber, run, setupInput, snapshot } from './chamber.ts';
import { putRows } from './register.ts';

export const successor = 'successor@mihon-cci.example';
export const everybody: Input<'startRound'>['filter'] = { tokusho: false, member: '', divisions: [] };
export const roundInput = { deadline: '2026-12-24', filter: everybody, prefill: ['name'] };

/** A business of the ledger; `index` makes it another. */
export function business(index: number, more: Cells = {}): Cells {
  return {
    事業所番号: String(index).padStart(6, '0'),
    会員番号: `M${index}`,
    事業所名: `見本商店${index}`,
    代表者氏名: '見本　太郎',
    電話番号: `03-1111-${String(1000 + index).slice(-4)}`,
    住所: `見本県見本市中央${index}丁目1番1号`,
    郵便番号: '123-4567',
    メールアドレス: `shop${index}@example.jp`,
    特商判定: 'はい',
    ...more,
  };
}

const ready = { withForm: new WeakMap<Built, Chamber>(), withoutForm: new WeakMap<Built, Chamber>() };

/** A chamber with these businesses, no round yet; two clerks. */
export function ledgerChamber(
  built: Built,
  rows: readonly Cells[],
  kind: keyof typeof ready = 'withForm',
): Chamber {
  let base = ready[kind].get(built);
  if (base === undefined) {
    base = newChamber(built);
    base.workspace.addUser({ email: successor, name: '後任 職員', role: 'staff' });
    ask(base, 'setup', setupInput);
    if (kind === 'withForm') ask(base, 'createForm', { templateId: 'register-update' });
    ready[kind].set(built, base);
  }
  const chamber = chamberFrom(built, snapshot(base), base.bookId);
  putRows(chamber, '台帳', rows);
  return chamber;
}

/** The account has already used up its quota but for these recipients. */
export function leaveQuota(chamber: Chamber, user: string, remaining: number): void {
  chamber.workspace.state.quotas[user] = {
    since: chamber.workspace.now(),
    used: { mailRecipients: 1500 - remaining },
  };
}

/** The clock trigger of an account. */
export function hourly(chamber: Chamber, user: string): void {
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger', user });
  if (!result.ok) throw new Error(`${result.error.message}\n${result.logs.join('\n')}`);
}

/** Recipients of the mails, in the order in which they left. */
export const recipients = (chamber: Chamber): readonly string[] =>
  chamber.workspace.state.mails.flatMap((mail) => mail.to);

/** The personal link in a mail. */
export function linkIn(text: string): URL {
  const found = /https:\/\/\S+\/viewform\S+/.exec(text)?.[0];
  if (found === undefined) throw new Error(`no link in ${text}`);
  return new URL(found);
}
