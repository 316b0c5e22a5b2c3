/** Invented matches, history and drafts for working on the page without a server. */
import type {
  AdoptPreview,
  CaptureView,
  Confidence,
  FormCardView,
  UpdateHistoryView,
} from '../../view/forms-protocol.ts';

/** Text that must stay text. */
export const hostileText = '<img src=x onerror="window.hacked=1">';

const labels: Readonly<Record<Confidence, string>> = { high: '高', medium: '中', low: '低', none: 'なし' };

const rows: readonly (readonly [string, string, string, Confidence, string])[] = [
  ['101', '事業所名', 'name', 'high', '題と種類が同じ'],
  ['102', '代表電話', 'phone', 'medium', '種類と場所が同じ、題が似ている'],
  ['103', 'ホームページ', 'website', 'low', '場所だけが同じ'],
  ['104', '紹介者', '', 'none', ''],
];

export function adoptPreviewOf(templateId: string): AdoptPreview {
  return {
    formId: 'old',
    title: '入会申込のコピー',
    templateId: templateId === '' ? 'membership-application' : templateId,
    templates: [
      { id: 'membership-application', title: '入会申込' },
      { id: 'seminar-registration', title: 'セミナー申込' },
    ],
    matches: rows.map(([itemId, title, key, confidence, ground]) => ({
      itemId,
      title,
      typeLabel: '1行の文字',
      key,
      confidence,
      confidenceLabel: labels[confidence],
      ground,
    })),
    questions: [
      ['name', '事業所名'],
      ['phone', '電話番号'],
      ['fax', 'FAX番号'],
      ['website', 'ウェブサイト'],
    ].map(([key = '', title = '']) => ({ key, title, typeLabel: '1行の文字' })),
    issues: [],
    hash: 'adopt-1',
  };
}

export function historyOf(form: FormCardView): UpdateHistoryView {
  return {
    form,
    entries: [
      {
        id: 'entry-2',
        at: '2026-11-24 11:03',
        by: 'sato@example.or.jp',
        what: 'ひな型 1.0.0 から 1.1.0 に更新しました',
        lines: ['設問「適格請求書発行事業者登録番号」を加えました。', '「業種」の選択肢を2つ加えました。'],
        canRollBack: true,
      },
      {
        id: 'entry-1',
        at: '2026-04-08 09:30',
        by: 'sato@example.or.jp',
        what: 'ひな型 1.0.0 から作りました',
        lines: [],
        canRollBack: false,
      },
    ],
    decisions: [
      {
        at: '2026-11-24 11:02',
        by: 'sato@example.or.jp',
        title: '資本金',
        part: '説明文',
        choiceLabel: '自所の文を残す',
      },
    ],
  };
}

export function captureOf(title: string): CaptureView {
  return {
    fileName: `${title}.template.yaml`,
    fileUrl: 'https://drive.google.com/file/d/draft/view',
    questions: 18,
    issues: [
      {
        code: 'capture.unreadable',
        severity: 'warning',
        severityLabel: '確認',
        key: '',
        label: '電話番号',
        message: '入力チェックは、Google フォームから読み取れません。',
        remedy: '要るときは、下書きに書き足してください。',
        value: '',
        suggestion: '',
      },
    ],
  };
}
