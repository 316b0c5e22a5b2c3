/** The chamber's policy and deferral, as rows of 設定: who reads the sheet sees them, and the screen changes them. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import {
  deferralFault,
  type Policy,
  policyLabels,
  readDeferral,
  readPolicy,
} from '../../../shared/release/policy.ts';
import { type Book, openBook } from '../book/book.ts';
import { settingsTable } from '../book/tables.ts';
import { settingText } from '../book/write-setting.ts';
import type { Cells, Services } from '../port.ts';
import { dayOf } from '../time.ts';

const rows = {
  policy: {
    key: 'release.policy',
    label: '日商の配信の反映',
    help: `「${policyLabels.mandated}」「${policyLabels.all}」「${policyLabels.ask}」のどれかです。空欄なら「${policyLabels.mandated}」です。`,
  },
  deferral: {
    key: 'release.deferUntil',
    label: '日商の配信の見送り',
    help: 'この日まで新しい配信を受け取りません（例 2026-12-20）。過ぎると、ひとりでに終わります。',
  },
} as const;

export interface ReleaseSettings {
  readonly policy: Policy;
  /** Last day of the deferral, '' for none; it may be over. */
  readonly deferUntil: string;
}

export function releaseSettings(book: Book): ReleaseSettings {
  return {
    policy: readPolicy(settingText(book, rows.policy.key)),
    deferUntil: readDeferral(settingText(book, rows.deferral.key)),
  };
}

function write(book: Book, name: keyof typeof rows, text: string): void {
  const { key, label, help } = rows[name];
  const row = book.rows(settingsTable).find(({ cells }) => cells.キー === key);
  const cells: Cells = { 項目: label, 値: text, 説明: help, キー: key };
  if (row === undefined) {
    if (text !== '') book.append(settingsTable, [cells]);
  } else if (row.cells.値 !== text) {
    book.update(settingsTable, new Map([[row.at, { ...row.cells, 値: text }]]));
  }
}

/** Keeps both. The same call again changes nothing. Throws UnusableInput `release.deferral-day`, `release.deferral-long`. */
export function saveReleaseSettings(services: Services, { policy, deferUntil }: ReleaseSettings): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const before = releaseSettings(book);
    const today = dayOf(services.clock.now());
    const wanted = readDeferral(deferUntil);
    // One that is over stays as it is: it says nothing any more.
    const fault =
      deferUntil === '' || deferUntil === before.deferUntil ? null : deferralFault(deferUntil, today);
    if (fault !== null) throw new UnusableInput([issue(fault, 'error', 'deferUntil')]);
    write(book, 'policy', policyLabels[policy]);
    write(book, 'deferral', wanted);
  });
}
