/** `cci release offers` over the real client libraries: what waits, one of them for review, and the file that it becomes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { growTo, insertSheet } from '../../emulator/workspace/spreadsheet.ts';
import { loadCatalogue, loadProfile } from '../../scripts/library.ts';
import { readYaml } from '../../scripts/yaml.ts';
import { readProfileDocument } from '../../shared/csv/read-profile.ts';
import { type Offer, offerId } from '../../shared/release/offer.ts';
import { offerCells, offerHeaders, offerSheetName } from '../../shared/release/offer-table.ts';
import { type Office, startOffice } from '../support/release-office.ts';

let office: Office;
let library: string;
beforeEach(async () => {
  office = await startOffice();
  library = mkdtempSync(join(tmpdir(), 'cci-library-'));
});
afterEach(async () => {
  await office.close();
  rmSync(library, { recursive: true });
});

const layout = loadProfile('plain-utf8', loadCatalogue());
const offer: Offer = {
  schema: 1,
  kind: 'profile',
  chamber: 'c5',
  name: '見本第5商工会議所',
  subject: 'own-1',
  title: '旧システムの取込み',
  about: '旧システムから移るときに使います。',
  at: Date.UTC(2026, 10, 30),
  document: JSON.stringify({ ...layout, id: 'own-1', verified: false }),
};

/** Writes offers as the collector does, and a row that somebody spoiled. */
function offered(...offers: readonly Offer[]): void {
  const { workspace } = office;
  const book = Object.values(workspace.state.spreadsheets)[0];
  if (book === undefined) throw new Error('no workbook');
  const sheet = insertSheet(workspace, book, offerSheetName);
  growTo(sheet, 100, offerHeaders.length);
  const rows = offers.map((one) => offerCells(one, one.at) ?? {});
  const put = (row: number, texts: readonly string[]): void => {
    sheet.cells[row] = Object.fromEntries(texts.map((v, column) => [column, { t: 'text', v }]));
  };
  put(0, offerHeaders);
  [...rows, { ...rows[0], 番号: 'x' }].forEach((cells: Readonly<Record<string, string>>, at) => {
    put(
      at + 1,
      offerHeaders.map((header) => cells[header] ?? ''),
    );
  });
}

describe('offers', () => {
  it('nobody_has_offered_anything__says_so', async () => {
    expect(await office.offers()).toBe(0);
    expect(office.printed.out).toBe('申し出はありません。\n');
  });

  it('one__is_listed_shown_checked__and_written_only_with_apply', async () => {
    offered(offer);
    const id = offerId(offer);
    expect(await office.offers()).toBe(0);
    expect(office.printed.out).toBe(
      `${id}　2026-11-30 09:00　未確認　見本第5商工会議所　CSVの配置　旧システムの取込み\n`,
    );
    expect(await office.offers({ offer: id })).toBe(0);
    expect(office.printed.out).toContain('encoding: utf-8');
    const file = join(library, 'csv-profiles', 'kyu-system.yaml');
    expect(await office.offers({ offer: id, as: 'kyu-system', library })).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(await office.offers({ offer: id, as: 'kyu-system', library, apply: true })).toBe(0);
    const { value } = readYaml(readFileSync(file, 'utf8'), file);
    const { profile, issues } = readProfileDocument(value, loadCatalogue());
    expect(issues).toEqual([]);
    expect(profile).toMatchObject({
      id: 'kyu-system',
      name: '旧システムの取込み',
      verified: false,
      note: '旧システムから移るときに使います。　見本第5商工会議所 提供（2026-11-30）',
      source: { chamber: 'c5', offer: id },
      columns: layout.columns,
    });
  });

  it('unknown_number__bad_name__broken_layout__nothing_is_written', async () => {
    const broken = { ...offer, document: JSON.stringify({ schema: 1, columns: [] }) };
    offered(broken);
    expect(await office.offers({ offer: 'nashi' })).toBe(2);
    expect(office.printed.error).toContain('offer.unknown');
    expect(await office.offers({ offer: offerId(broken), as: '../x', library, apply: true })).toBe(2);
    expect(office.printed.error).toContain('offer.name');
    expect(await office.offers({ offer: offerId(broken), as: 'kowareta', library, apply: true })).toBe(1);
    expect(office.printed.out).toContain('このままでは載せられません。');
    expect(existsSync(join(library, 'csv-profiles'))).toBe(false);
  });
});
