/** The mock server's methods about the ledger: files, import, layouts, judgement. */
import type { LearnedColumnView, LedgerFileView } from '../../view/ledger-protocol.ts';
import { hostileTexts } from './mock-data.ts';
import { businessName, businessNumber } from './mock-register-data.ts';
import { refuse } from './mock-run.ts';
import type { Answers, MockState } from './mock-state.ts';

type Methods = Pick<
  Answers,
  | 'ledgerFiles'
  | 'uploadLedger'
  | 'importPreview'
  | 'importLedger'
  | 'learnLayout'
  | 'saveLayout'
  | 'confirmLayout'
  | 'judgeLedger'
>;

const headers: readonly (readonly [string, string, string, number, string])[] = [
  ['事業所コード', 'businessNumber', '000123', 74, '値の形'],
  ['事業所名', 'name', '株式会社見本製作所', 100, '見出し'],
  ['事業所名カナ', 'nameKana', 'ミホンセイサクショ', 100, '見出し'],
  ['〒', 'postalCode', '1000001', 92, '同じ意味の見出し'],
  ['所在地', 'address', '見本市中央1-2-3', 95, '同じ意味の見出し'],
  ['TEL', 'phone', '012-345-6789', 95, '同じ意味の見出し'],
  ['連絡先', 'phone', '090-0000-1234', 55, '値の形'],
  ['従業員', 'employees', '12', 90, '同じ意味の見出し'],
  ['資本金（千円）', 'capital', '10000', 61, '同じ意味の見出し'],
  ['予備1', '', '', 0, ''],
];

const labels: Readonly<Record<string, string>> = {
  businessNumber: '事業所番号',
  memberNumber: '会員番号',
  name: '事業所名',
  nameKana: '事業所名カナ',
  postalCode: '郵便番号',
  address: '住所',
  building: '建物名等',
  phone: '電話番号',
  fax: 'FAX番号',
  email: 'メールアドレス',
  employees: '従業員数',
  capital: '資本金',
  industry: '業種',
};

export function ledgerMethods(mock: MockState): Methods {
  const { scenario } = mock;
  const files: LedgerFileView[] = [
    { fileId: 'file-1', name: '会員一覧_20261120.csv', bytes: 1_234_567, updatedAt: '2026-11-20 18:02' },
    { fileId: 'file-2', name: '会員一覧_20260930.csv', bytes: 640_200, updatedAt: '2026-09-30 17:45' },
  ];
  let changed = scenario.importChanged;
  let done = 0;
  const total = 2310;
  const find = (fileId: string): LedgerFileView =>
    files.find((one) => one.fileId === fileId) ?? {
      fileId,
      name: 'ファイル.csv',
      bytes: 1,
      updatedAt: '2026-11-24 10:00',
    };
  const profile = (id: string) =>
    mock.profiles.find((one) => one.id === id) ?? { id, name: id, verified: false };

  return {
    ledgerFiles: () => ({
      files: [...files],
      uploadLimit: scenario.uploadLimit,
      folderName: '会議所キット 台帳',
      folderUrl: 'https://drive.google.com/drive/folders/mihon',
    }),
    uploadLedger({ name, base64 }) {
      const file = {
        fileId: `file-${files.length + 1}`,
        name,
        bytes: Math.floor((base64.length * 3) / 4),
        updatedAt: '2026-11-24 11:00',
      };
      files.unshift(file);
      return file;
    },
    importPreview({ fileId, profileId }) {
      const blocked = profileId === 'gif-2025';
      return {
        file: find(fileId),
        profile: profile(profileId),
        rows: total,
        added: changed ? 41 : 42,
        changed: 118,
        unchanged: 2146,
        missing: 6,
        leftOut: 4,
        columns: [
          ...Object.values(labels).map((label) => ({ header: label, label })),
          { header: '所在地2', label: '建物名等' },
          { header: '備考（旧）', label: '' },
          { header: '予備1', label: '' },
        ],
        report: [
          ...(blocked
            ? [
                refuse(
                  'ledger.no-number-column',
                  '配置「GIF 2025年版」に事業所番号の列がありません。',
                  '事業所を見分ける番号の列がある配置を指定してください。',
                ).issues[0],
              ]
            : []),
          {
            code: 'ledger.number-twice',
            severity: 'warning' as const,
            severityLabel: '確認',
            key: 'businessNumber',
            label: '事業所番号',
            message: 'データ 812 行目の事業所番号「000512」は、データ 77 行目にもあります。',
            remedy: 'どちらの行が正しいか確かめ、一方を除いてください。',
            value: '000512',
            suggestion: '',
          },
        ].flatMap((one) => (one === undefined ? [] : [one])),
        sample: [0, 1, 2, 3].map((index) => ({
          businessNumber: businessNumber(index),
          name: scenario.hostile ? (hostileTexts[index] ?? '') : businessName(index),
          kind: index === 0 ? ('added' as const) : ('changed' as const),
          changes: [
            { label: '電話番号', before: '012-345-6789', after: '012-345-9999' },
            { label: '建物名等', before: '', after: '見本ビル3階' },
          ],
        })),
        blocked,
        hash: changed ? 'import-2' : 'import-1',
      };
    },
    importLedger({ hash }) {
      if (changed && hash === 'import-2' && done === 0) {
        changed = false;
        throw refuse(
          'import.changed',
          '確かめたあとに、台帳かファイルが変わりました。',
          '新しい内容を下に出しました。もう一度確かめてから取り込んでください。',
        );
      }
      if (scenario.importBreaks && done === 1000) {
        mock.heal();
        throw new Error('We are sorry, a server error occurred.');
      }
      done = Math.min(total, done + 500);
      const finished = done === total;
      if (finished) {
        mock.ledgerRows = 2352;
        mock.lastImport = '2026-11-24 11:05 R8-I001';
      }
      const result = {
        importId: 'R8-I001',
        done,
        total,
        finished,
        added: Math.round((42 * done) / total),
        changed: Math.round((118 * done) / total),
        missing: finished ? 6 : 0,
      };
      if (finished) done = 0;
      return result;
    },
    learnLayout: ({ fileId }) => ({
      file: find(fileId),
      rows: total,
      shape: 'Shift_JIS（Windows）・改行 CRLF',
      columns: headers.map(
        ([header, key, example, confidence, groundLabel], index): LearnedColumnView => ({
          index,
          header: scenario.hostile ? (hostileTexts[index % hostileTexts.length] ?? '') : header,
          examples: example === '' ? [] : [example],
          key,
          confidence,
          groundLabel,
          others: key === 'phone' ? [{ key: 'fax', label: 'FAX番号', confidence: 48 }] : [],
        }),
      ),
      fields: Object.entries(labels).map(([key, label]) => ({ key, label })),
      report: [],
    }),
    saveLayout({ name }) {
      const saved = { id: `own-${mock.profiles.length}`, name, verified: false };
      mock.profiles.push(saved);
      return { ...saved, own: true, note: '会員一覧_20261120.csv から覚えました。' };
    },
    confirmLayout({ profileId, ground }) {
      const at = mock.profiles.findIndex((one) => one.id === profileId);
      const now = { ...profile(profileId), verified: true };
      if (at >= 0) mock.profiles[at] = now;
      return { ...now, own: true, note: ground };
    },
    judgeLedger() {
      mock.judged = true;
      return {
        baseDate: '2026-04-01',
        judgedAt: '2026-11-24 11:06',
        issues: [],
        yes: 1480,
        no: 812,
        unknown: 60,
        overridden: 3,
        unknownRows: [0, 1, 2].map((index) => ({
          businessNumber: businessNumber(index),
          name: scenario.hostile ? (hostileTexts[index] ?? '') : businessName(index),
          resultLabel: '判定できません',
          ground: '',
          missing: index === 0 ? '業種' : '従業員数、資本金',
        })),
      };
    },
  };
}
