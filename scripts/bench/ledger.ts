/** Bench: the ledger of a large chamber: import planned, answers matched against it, its differences written. */
import { writeProfile } from '../../shared/csv/write.ts';
import { createDuplicateIndex } from '../../shared/record/duplicates.ts';
import { createNormaliser } from '../../shared/record/normalise.ts';
import { diffAnswer, ledgerFields } from '../../shared/register/answer-diff.ts';
import { type CurrentRow, type ImportPlan, planImport } from '../../shared/register/import.ts';
import { importBatches } from '../../shared/register/import-batches.ts';
import { createLedgerCells } from '../../shared/register/ledger-cells.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { loadCatalogue, loadProfile } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';
import { random } from './answers.ts';
import type { BenchRow } from './row.ts';

const catalogue = loadCatalogue();
const profile = loadProfile('toas-provisional', catalogue);
const today = '2026-11-24';
const large = 100_000;
const answered = 20_000;

const names = ['株式会社髙橋製作所', '有限会社見本商店', '山川工務店', '合同会社大空企画'];
const towns = ['東京都千代田区丸の内', '新潟県新潟市中央区', '群馬県高崎市', '静岡県三島市'];
const industries = ['09', '39', '58', '762'];

/** Invented businesses with canonical values of nearly all columns. */
function businesses(count: number): Record<string, string>[] {
  const pick = random(29);
  const number = (below: number, digits: number): string => String(pick(below)).padStart(digits, '0');
  return Array.from({ length: count }, (_, row) => {
    const month = `${1950 + pick(70)}-0${1 + pick(9)}`;
    const town = towns[pick(towns.length)] ?? '';
    const own = String(row).padStart(7, '0');
    return {
      businessNumber: own,
      memberNumber: own,
      applicantType: pick(3) === 0 ? 'sole-proprietor' : 'corporation',
      legalFormPosition: 'before',
      name: `${names[pick(names.length)]}${row}`,
      nameKana: 'カブシキガイシャミホン',
      representativeTitle: '代表取締役',
      representativeName: '山田 太郎',
      representativeNameKana: 'ヤマダ タロウ',
      postalCode: '1000005',
      address: `${town}${1 + pick(9)}-${1 + pick(30)}`,
      building: pick(3) === 0 ? 'ニュー八重洲ビル36階' : '',
      phone: `03-${number(7000, 4).replace(/^[01]/, '3')}-${number(10_000, 4)}`,
      fax: `03-5${number(1000, 3)}-${number(10_000, 4)}`,
      email: `info${row}@example.jp`,
      website: 'https://www.example.jp/',
      contactName: '鈴木 一郎',
      contactDepartment: '総務部',
      mailingAddress: town,
      industry: industries[pick(industries.length)] ?? '09',
      businessDescription: '金属製品の製造、"卸売"',
      products: '部品',
      businessStartMonth: month,
      establishedOn: `${month}-01`,
      foundedYear: month.slice(0, 4),
      fiscalYearEndMonth: String(1 + pick(12)),
      capital: String(pick(100) * 1_000_000),
      employees: String(20 + pick(100)),
      annualSales: String(pick(1000) * 1_000_000),
      operatingStatus: 'operating',
      feeUnits: String(1 + pick(9)),
      paymentMethod: 'direct-debit',
    };
  });
}

const asCurrent = (rows: readonly Record<string, string>[]): CurrentRow[] =>
  rows.map((values) => ({ businessNumber: values.businessNumber ?? '', values }));
const written = (rows: readonly Record<string, string>[]) =>
  writeProfile(
    profile,
    catalogue,
    rows.map((values, at) => ({ responseId: '', row: at + 1, values })),
    { substitutes: {}, keepLines: 0 },
  );

/** Highest use of memory seen, and the time of `work`. */
let peak = 0;
function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  const taken = (performance.now() - started) / 1000;
  peak = Math.max(peak, process.memoryUsage().rss);
  return taken;
}
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

function planned(bytes: Uint8Array, current: readonly CurrentRow[]): ImportPlan {
  return planImport({
    ledger: { file: 'ledger.csv', bytes },
    profile,
    catalogue,
    settings: defaultSettings,
    today,
    current,
    port: nativeBytes,
  });
}

/** The fastest of three runs of each size, in turn. */
function growth(tenth: () => unknown, whole: () => unknown): { small: number; big: number } {
  let small = Number.POSITIVE_INFINITY;
  let big = Number.POSITIVE_INFINITY;
  tenth();
  for (let round = 0; round < 3; round++) {
    small = Math.min(small, seconds(tenth));
    big = Math.min(big, seconds(whole));
  }
  return { small, big };
}

function timesRow(name: string, { small, big }: { small: number; big: number }, more: string): BenchRow {
  const ratio = big / small;
  return {
    name,
    value: `${ratio.toFixed(1)} 倍の時間（${small.toFixed(2)} 秒と ${big.toFixed(2)} 秒${more}）`,
    target: '10 倍の行で 11 倍以下',
    ok: ratio <= 11,
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  const rows = businesses(large);
  const some = rows.slice(0, large / 10);
  const changed = rows.map((values, at) => (at % 5 === 0 ? { ...values, phone: '03-5253-5111' } : values));
  const files = { small: written(changed.slice(0, some.length)).bytes, big: written(changed).bytes };
  const known = { small: asCurrent(some), big: asCurrent(rows) };

  peak = 0;
  const first = growth(
    () => planned(files.small, []),
    () => planned(files.big, []),
  );
  const firstPeak = peak;
  peak = 0;
  const yearly = growth(
    () => planned(files.small, known.small),
    () => planned(files.big, known.big),
  );
  const yearlyPeak = peak;
  const plan = planned(files.big, known.big);
  const batches = importBatches(plan, 2000);

  // Cells of a sheet → values: what a job does before it plans.
  const cells = createLedgerCells(catalogue, defaultSettings);
  const shown = rows.map((values) => cells.ledgerCells(values));
  const readBack = seconds(() => shown.map((texts) => cells.ledgerValues(texts)));

  peak = 0;
  const fields = ledgerFields(catalogue);
  const matching = (
    ledger: readonly Record<string, string>[],
    answers: readonly Record<string, string>[],
  ) => {
    const index = createDuplicateIndex<string>();
    const byNumber = new Map<string, Record<string, string>>();
    for (const values of ledger) {
      byNumber.set(values.businessNumber ?? '', values);
      index.add(values, values.businessNumber ?? '');
    }
    const normalise = createNormaliser({ catalogue, today, settings: defaultSettings });
    let found = 0;
    for (const typed of answers) {
      const { values, unread } = normalise(typed);
      const ledgerValues = byNumber.get(values.businessNumber ?? '');
      if (ledgerValues === undefined) continue;
      const diff = diffAnswer(
        { base: null, ledger: ledgerValues, answer: values, unread, others: [] },
        fields,
      );
      found += diff.differences.length;
      index.find(values);
    }
    if (found < answers.length / 5) throw new Error('the changes were not found');
  };
  const answers = changed.filter((_, at) => at % 5 === 0);
  if (answers.length !== answered) throw new Error('not the answers that were meant');
  const fewAnswers = answers.slice(0, answered / 10);
  const matched = growth(
    () => matching(some, fewAnswers),
    () => matching(rows, answers),
  );
  const matchedPeak = peak;

  peak = 0;
  const exported = growth(
    () => written(fewAnswers),
    () => written(answers),
  );
  const size = (files.big.length / 1e6).toFixed(1);
  return [
    timesRow(
      `台帳の最初の取込みの計画 100,000 行 ÷ 10,000 行（${profile.columns.length} 列、${size} MB）`,
      first,
      `、最大メモリー ${megabytes(firstPeak)}`,
    ),
    timesRow(
      '同じ台帳の二回目以降（100,000 行と比べる。20,000 件が変更）',
      yearly,
      `、最大メモリー ${megabytes(yearlyPeak)}`,
    ),
    {
      name: '台帳へ書く回数（2,000 行ずつ。100,000 行）',
      value: `${batches.length} 回`,
      target: `${Math.ceil(plan.sheetRows / 2000)} 回（行数 ÷ 2,000）`,
      ok: batches.length === Math.ceil(plan.sheetRows / 2000),
    },
    {
      name: '台帳のセル 100,000 行を値に戻す時間',
      value: `${readBack.toFixed(2)} 秒`,
      target: '5 秒以下',
      ok: readBack <= 5,
    },
    timesRow(
      '回答 20,000 件と台帳 100,000 行の照合 ÷ 2,000 件と 10,000 行',
      matched,
      `、最大メモリー ${megabytes(matchedPeak)}`,
    ),
    timesRow('変更 20,000 件の CSV 出力 ÷ 2,000 件', exported, `、最大メモリー ${megabytes(peak)}`),
  ];
}
