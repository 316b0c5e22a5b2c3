/** Makes 会員データ管理 out of the open spreadsheet: sheets, headers, settings, the hourly catch-up. Twice is once. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { assets, profileOf } from './assets.ts';
import { openBook } from './book/book.ts';
import { profileFor } from './book/profiles.ts';
import { readSettings, type Settings, settingCells, settingsVersion } from './book/settings.ts';
import { allTables, settingsTable, workbookTitle } from './book/tables.ts';
import type { Cells, Services } from './port.ts';
import { rememberWorkbook } from './workbooks.ts';

export interface SetupInput {
  readonly chamberName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly privacyUrl: string;
  readonly articlesUrl: string;
  readonly divisions: readonly string[];
  readonly districts: readonly string[];
  readonly profileId: string;
}

const trimmed = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/**
 * Throws UnusableInput `setup.chamber-name`, `setup.phone`, `setup.email`, `profile.unknown`. Settings that are not asked for here keep what the
 * chamber has set; rows that people added to 設定 stay.
 */
export function setup(services: Services, input: SetupInput): void {
  const missing = [
    ...(input.chamberName.trim() === '' ? [issue('setup.chamber-name', 'error', 'chamberName')] : []),
    ...(input.phone.trim() === '' ? [issue('setup.phone', 'error', 'phone')] : []),
    ...(input.email.trim() === '' ? [issue('setup.email', 'error', 'email')] : []),
  ];
  if (missing.length > 0) throw new UnusableInput(missing);
  services.withLock(() => {
    const { workbook } = services;
    const tables = allTables(assets().catalogue);
    // A layout of the chamber's own can be chosen once there is a workbook that holds it.
    if (!workbook.has(tables)) profileOf(input.profileId);
    workbook.prepare(workbookTitle, tables);
    const profile = profileFor(openBook(workbook), input.profileId);
    const rows = workbook.read(settingsTable);
    const settings: Settings = {
      ...readSettings(rows),
      version: settingsVersion,
      chamber: {
        name: input.chamberName.trim(),
        phone: input.phone.trim(),
        email: input.email.trim(),
        address: input.address.trim(),
        privacyUrl: input.privacyUrl.trim(),
        articlesUrl: input.articlesUrl.trim(),
      },
      divisions: trimmed(input.divisions),
      districts: trimmed(input.districts),
      profileId: profile.id,
    };
    const present = new Map(rows.map((row) => [row.cells.キー ?? '', row]));
    const changed = new Map<number, Cells>();
    const added: Cells[] = [];
    for (const cells of settingCells(settings)) {
      const row = present.get(cells.キー ?? '');
      if (row === undefined) added.push(cells);
      else if (row.cells.値 !== cells.値) changed.set(row.at, { ...row.cells, 値: cells.値 ?? '' });
    }
    workbook.update(settingsTable, rows, changed);
    workbook.append(settingsTable, added);
    rememberWorkbook(services);
    services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
  });
}
