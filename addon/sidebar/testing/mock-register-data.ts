/** Invented businesses and answers about the register; the same numbers give the same ones. */
import type { IssueView } from '../../view/protocol.ts';
import type {
  AnswerStateId,
  AnswerView,
  BusinessView,
  DifferenceView,
} from '../../view/register-protocol.ts';
import { hostileTexts } from './mock-data.ts';

export const answerStates: readonly { readonly id: AnswerStateId; readonly label: string }[] = [
  { id: 'quarantine', label: '要確認' },
  { id: 'open', label: '確認待ち' },
  { id: 'approved', label: '承認' },
  { id: 'discarded', label: '見送り' },
  { id: 'superseded', label: '差替え' },
];

const heads = ['大和田', '北斗', '見本', '髙橋', '桜木', '松風', 'みなと', '八千代', '若草', '富士見'];
const tails = ['製作所', '青果店', '建設株式会社', '酒造', '美容室', '自動車整備', '旅館', '印刷株式会社'];

export function businessNumber(index: number): string {
  return String(10_001 + index * 7).padStart(6, '0');
}

export function businessName(index: number): string {
  return `${heads[index % heads.length]}${tails[(index * 3) % tails.length]}`;
}

const address = (index: number): string =>
  `見本県見本市中央${(index % 9) + 1}丁目${(index % 14) + 1}-${(index % 7) + 1}`;
const phone = (index: number): string => `012-345-${String(1000 + index * 13).slice(-4)}`;

export function makeBusiness(index: number, hostile: boolean): BusinessView {
  const bad = hostileTexts[index % hostileTexts.length] ?? '';
  const field = (key: string, label: string, shown: string, typed = shown) => ({
    key,
    label,
    shown: hostile ? bad : shown,
    typed: hostile ? bad : typed,
    options: [],
  });
  const choice = (key: string, label: string, shown: string, labels: readonly string[]) => ({
    ...field(key, label, shown),
    options: labels.map((one) => ({ value: one, label: one })),
  });
  return {
    businessNumber: businessNumber(index),
    name: hostile ? bad : businessName(index),
    address: address(index),
    phone: phone(index),
    fields: [
      choice('operatingStatus', '営業状況', '営業中', ['営業中', '休業', '移転', '廃業']),
      field('name', '事業所名', businessName(index)),
      field('nameKana', '事業所名カナ', 'ミホンジギョウショ'),
      field('postalCode', '郵便番号', '〒100-0001', '100-0001'),
      field('address', '住所', address(index)),
      field('building', '建物名等', ''),
      field('representativeName', '代表者氏名', '見本　太郎'),
      choice('industry', '業種', '製造業', ['建設業', '製造業', '卸売業、小売業', '宿泊業、飲食サービス業']),
      field('capital', '資本金', '10,000,000円', '10000000'),
      field('employees', '従業員数', '12人', '12'),
      field('phone', '電話番号', phone(index)),
      field('email', 'メールアドレス', `info${index}@example.jp`),
    ],
  };
}

function issue(part: Pick<IssueView, 'code' | 'severity' | 'message' | 'remedy'>): IssueView {
  const severityLabel = { error: '直す', warning: '確認', info: '情報' }[part.severity];
  return { key: '', label: '', value: '', suggestion: '', severityLabel, ...part };
}

const forged = issue({
  code: 'token.invalid',
  severity: 'error',
  message: 'リンクの照会番号が正しくありません。一部が書き換えられたか、写し間違えられています。',
  remedy: '電話などで回答者に確かめ、どの事業所の回答かを選んでください。',
});
const expired = issue({
  code: 'token.expired',
  severity: 'warning',
  message: '締切を過ぎてから届いた回答です（締切 2026/11/20）。',
  remedy: '内容に問題がなければ、承認できます。',
});

function difference(
  part: Pick<DifferenceView, 'key' | 'label' | 'ledger' | 'answer'> & Partial<DifferenceView>,
): DifferenceView {
  return { base: '', others: [], kind: 'change', note: '', decided: '', ...part };
}

function differencesOf(index: number): readonly DifferenceView[] {
  const plain = [
    difference({
      key: 'representativeName',
      label: '代表者氏名',
      ledger: '見本　太郎',
      answer: '見本　花子',
    }),
    difference({ key: 'employees', label: '従業員数', ledger: '12人', answer: '15人' }),
    difference({
      key: 'name',
      label: '事業所名',
      ledger: `高橋${index}商店`,
      answer: `髙橋${index}商店`,
      note: '字の形だけが違います。社名は登記のとおりか確かめてください。',
    }),
  ];
  if (index % 4 !== 1) return plain.slice(0, 1 + (index % 3));
  return [
    difference({
      key: 'phone',
      label: '電話番号',
      ledger: phone(index),
      answer: '012-345-9001',
      kind: 'conflict-answers',
      others: [
        {
          answerId: `answer-${index + 1000}`,
          sourceLabel: '代理入力（電話）',
          at: '2026-11-20 14:30',
          value: '012-345-9002',
        },
      ],
    }),
    difference({
      key: 'address',
      label: '住所',
      ledger: '見本県見本市港町1-1',
      answer: '見本県見本市港町2-8 見本ビル',
      base: address(index),
      kind: 'conflict-ledger',
    }),
    ...plain.slice(0, 1),
  ];
}

/** The answer with number `index`; a few wait in 要確認, many say 変更なし. */
export function makeAnswer(index: number, hostile: boolean): AnswerView {
  const bad = hostileTexts[index % hostileTexts.length] ?? '';
  const stateId: AnswerStateId =
    index % 12 === 3 ? 'quarantine' : index % 10 === 7 ? 'approved' : index % 20 === 9 ? 'discarded' : 'open';
  const unknown = stateId === 'quarantine' && index % 24 === 3;
  const changed = index % 3 === 1;
  const found = stateId === 'quarantine' ? [forged] : index % 7 === 4 ? [expired] : [];
  const differences = changed && stateId !== 'quarantine' ? differencesOf(index) : [];
  const name = hostile ? bad : businessName(index);
  const minute = String((index * 7) % 60).padStart(2, '0');
  return withAnswerActions({
    answerId: `answer-${index}`,
    receiptNumber: `R8-U${String(index + 1).padStart(4, '0')}`,
    businessNumber: unknown ? '' : businessNumber(index),
    name: unknown ? '' : name,
    receivedAt: `2026-11-${String(24 - (index % 15)).padStart(2, '0')} 10:${minute}`,
    sourceLabel: index % 6 === 5 ? '代理入力（電話）' : 'フォーム',
    statusLabel: changed ? '変更あり' : '変更なし',
    state: answerStates.find((one) => one.id === stateId) ?? { id: 'open', label: '確認待ち' },
    errors: found.filter((one) => one.severity === 'error').length,
    warnings: found.filter((one) => one.severity === 'warning').length,
    changed: differences.length,
    conflict: differences.some((one) => one.kind !== 'change'),
    exportLabel: stateId === 'approved' && changed ? '出力待ち' : '',
    version: 1,
    business: unknown
      ? null
      : { number: businessNumber(index), name, address: address(index), phone: phone(index) },
    respondent: hostile ? bad : '見本　花子',
    respondedOn: '2026-11-20',
    email: hostile ? bad : `info${index}@example.jp`,
    enteredBy: index % 6 === 5 ? 'suzuki@mihon-cci.example.or.jp' : '',
    ground: index % 6 === 5 ? '電話' : '',
    differences: hostile ? differences.map((one) => ({ ...one, answer: bad, ledger: bad })) : differences,
    issues: found,
    history: [{ at: '2026-11-20 10:05', by: '事業者', what: 'フォームから回答', why: '' }],
    actions: [],
    candidates:
      stateId === 'quarantine'
        ? [0, 10].map((step) => ({
            businessNumber: businessNumber(index + step),
            name: hostile ? bad : businessName(index + step),
            address: address(index + step),
            reason: step === 0 ? '電話番号と名前が同じ' : '名前が似ている',
            score: step === 0 ? 92 : 61,
          }))
        : [],
  });
}

export function withAnswerActions(view: AnswerView): AnswerView {
  const actions: AnswerView['actions'] =
    view.state.id === 'open'
      ? ['approve', 'discard']
      : view.state.id === 'quarantine'
        ? ['assign', 'discard']
        : view.state.id === 'discarded'
          ? ['reopen']
          : [];
  return { ...view, actions };
}

/** True for what 変更なし all at once takes. */
export function isPlainUnchanged(view: AnswerView): boolean {
  return view.state.id === 'open' && view.statusLabel === '変更なし' && view.issues.length === 0;
}
