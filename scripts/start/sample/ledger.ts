/** The sample chamber's ledger: invented members as a core system would hold them, and its file as that system writes it. */
import { writeProfile } from '../../../shared/csv/write.ts';
import { createNormaliser } from '../../../shared/record/normalise.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { loadCatalogue, loadProfile } from '../../library.ts';
import { setupInput } from '../chamber.ts';
import { type Business, businessOf } from './business.ts';
import { randomOf } from './random.ts';

/** `count` members, numbered from 000001; every row is the same on every run. A tenth has no mail address. */
export function sampleLedger(count: number): Business[] {
  const random = randomOf(515);
  const { divisions } = setupInput;
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(6, '0');
    const business = businessOf(random, index);
    return {
      事業所番号: number,
      会員番号: `0${number}`,
      ...business,
      ...(index % 10 === 9 ? { メールアドレス: '' } : {}),
      営業状況: random.chance(96) ? '営業中' : '休業',
      希望部会: divisions[index % divisions.length] ?? '',
    };
  });
}

/** The same ledger some weeks later: telephones changed, one moved, one gone, two new. */
export function laterLedger(count: number): Business[] {
  const rows = sampleLedger(count + 2);
  return rows
    .filter((_, index) => index !== 17)
    .map((row, index) => {
      if (index === 4 || index === 41) return { ...row, 電話番号: `03-0000-${9100 + index}` };
      return index === 30 ? { ...row, 住所: '東京都見本市港町9-9-9', 建物名等: '' } : row;
    });
}

/** The file of a ledger in the layout that the chamber has chosen. */
export function ledgerFile(rows: readonly Business[], today: string): Uint8Array {
  const catalogue = loadCatalogue();
  const profile = loadProfile(setupInput.profileId, catalogue);
  const settings = {
    ...defaultSettings,
    divisions: setupInput.divisions.map((label) => ({ code: label, label })),
  };
  const normalise = createNormaliser({ catalogue, today, settings });
  const keyOf = new Map(catalogue.fields.map(({ key, label }) => [label, key]));
  const written = writeProfile(
    profile,
    catalogue,
    rows.map((row, index) => {
      const typed = Object.entries(row).flatMap(([label, text]) => {
        const key = keyOf.get(label);
        return key === undefined ? [] : [[key, text] as const];
      });
      return { responseId: '', row: index + 1, values: normalise(Object.fromEntries(typed)).values };
    }),
    { substitutes: {}, choices: { divisions: settings.divisions } },
  );
  if (written.held.length > 0) throw new Error(`見本の台帳: ${JSON.stringify(written.issues[0])}`);
  return written.bytes;
}
