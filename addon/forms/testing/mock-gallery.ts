/** Invented templates, their pictures and a preview for working on the page without a server. */
import type {
  FillInView,
  FormPreview,
  GalleryView,
  PictureLine,
  PreviewItem,
  TemplateCardView,
} from '../../view/forms-protocol.ts';

const line = (type: PictureLine['type'], letters: number, options = 0): PictureLine => ({
  type,
  letters,
  options,
});

const fill = (part: Partial<FillInView> & Pick<FillInView, 'key' | 'label'>): FillInView => ({
  hint: '',
  type: 'text',
  required: false,
  initial: '',
  ...part,
});

const chamber = [
  { label: '会議所名', value: '見本商工会議所' },
  { label: '電話番号', value: '03-1234-5678' },
  { label: 'メール', value: 'info@example.or.jp' },
];

const template = (
  part: Partial<TemplateCardView> & Pick<TemplateCardView, 'id' | 'title' | 'summary' | 'picture'>,
): TemplateCardView => ({
  version: '1.0.0',
  audience: '',
  source: '',
  questions: part.picture.filter(({ type }) => type !== 'page' && type !== 'description').length * 2,
  pages: 1 + part.picture.filter(({ type }) => type === 'page').length,
  fillIns: [],
  chamber,
  made: 0,
  several: false,
  ...part,
});

const seminarFillIns = [
  fill({ key: 'eventName', label: 'セミナーの名前', required: true, hint: 'フォームの題になります。' }),
  fill({ key: 'eventDate', label: '開催日', type: 'date', required: true }),
  fill({ key: 'place', label: '会場', hint: 'オンラインのときは「オンライン」と書きます。' }),
  fill({ key: 'capacity', label: '定員', type: 'number', hint: '超えた分は、キャンセル待ちになります。' }),
  fill({ key: 'courses', label: '申し込むコース', type: 'lines', initial: '会場で参加\nオンラインで参加' }),
  fill({
    key: 'closesOn',
    label: '申込みの締切',
    type: 'date',
    hint: 'この日の終わりに、受付が自動で止まります。',
  }),
  fill({ key: 'about', label: '案内文', type: 'paragraph' }),
];

export const gallery: GalleryView = {
  shelves: [
    {
      id: 'membership',
      label: '会員',
      templates: [
        template({
          id: 'membership-application',
          version: '1.1.0',
          title: '入会申込',
          summary: '入会を希望する事業所から、会員台帳に必要な項目と同意を受け取ります。',
          audience: '入会を考えている事業所',
          picture: [
            line('choice', 5, 3),
            line('short', 6),
            line('short', 8),
            line('page', 0),
            line('list', 4, 5),
            line('paragraph', 5),
            line('checkbox', 12, 1),
          ],
          made: 1,
        }),
      ],
    },
    {
      id: 'event',
      label: '講習会・催し',
      templates: [
        template({
          id: 'seminar-registration',
          title: 'セミナー申込',
          summary: '講習会やセミナーの参加申込を、定員とキャンセル待ちつきで受け付けます。',
          audience: '会員・非会員の事業所',
          picture: [
            line('description', 0),
            line('short', 7),
            line('choice', 8, 2),
            line('scale', 10, 5),
            line('paragraph', 6),
          ],
          fillIns: seminarFillIns,
          several: true,
          made: 2,
        }),
        template({
          id: 'ticket-order',
          title: 'チケットの申込',
          summary: '催しの入場券などの希望枚数を、券の種類ごとに受け付けます。',
          audience: '会員の事業所',
          picture: [line('short', 6), line('grid', 9, 4), line('list', 6, 3), line('paragraph', 4)],
          several: true,
        }),
      ],
    },
    {
      id: 'safety',
      label: '緊急時',
      templates: [
        template({
          id: 'safety-confirmation',
          title: '緊急時の安否確認',
          summary: '災害のあと、従業員や建物の被害と事業の状況を、携帯電話から1分で答えてもらいます。',
          audience: '会員の事業所',
          picture: [line('choice', 6, 3), line('checkbox', 10, 3), line('date', 5), line('image', 4)],
          several: true,
        }),
      ],
    },
  ],
};

const item = (part: Partial<PreviewItem> & Pick<PreviewItem, 'key' | 'type' | 'title'>): PreviewItem => ({
  help: '',
  required: false,
  options: [],
  other: false,
  rows: [],
  ends: ['', ''],
  check: '',
  ...part,
});
const options = (...labels: readonly string[]) => labels.map((label) => ({ label, goTo: '' }));

/** A form with every kind of question. */
export function previewOf(templateId: string, values: Readonly<Record<string, string>>): FormPreview {
  const name = (values.eventName ?? '') === '' ? 'セミナー' : (values.eventName ?? '');
  const courses = (values.courses ?? '会場で参加').split('\n').filter((text) => text.trim() !== '');
  return {
    templateId,
    title: templateId === 'membership-application' ? '入会申込' : `${name} 申込`,
    description: `見本商工会議所が開く「${name}」の申込フォームです。\n${values.about ?? ''}`.trim(),
    pages: [
      {
        title: '申込み',
        help: '',
        items: [
          item({ key: 'name', type: 'short', title: '事業所名', required: true }),
          item({
            key: 'course',
            type: 'choice',
            title: '申し込むコース',
            required: true,
            options: options(...courses),
          }),
          item({
            key: 'member',
            type: 'choice',
            title: '会員ですか',
            options: [
              { label: '会員', goTo: '' },
              { label: '会員でない', goTo: '連絡先' },
            ],
            other: true,
          }),
          item({
            key: 'topics',
            type: 'checkbox',
            title: '聞きたいこと',
            options: options('補助金', '人手不足'),
            help: 'いくつでも選べます。',
          }),
          item({ key: 'area', type: 'list', title: '地区', options: options('中央', '北', '南') }),
        ],
      },
      {
        title: '連絡先',
        help: '当日の連絡に使います。',
        items: [
          item({
            key: 'phone',
            type: 'short',
            title: '電話番号',
            required: true,
            check: '電話番号の形で書いてください。',
          }),
          item({ key: 'day', type: 'date', title: '希望日' }),
          item({
            key: 'level',
            type: 'scale',
            title: '関心の強さ',
            options: options('1', '2', '3', '4', '5'),
            ends: ['弱い', '強い'],
          }),
          item({
            key: 'grid',
            type: 'grid',
            title: '参加する回',
            rows: ['第1回', '第2回'],
            options: options('会場', 'オンライン', '欠席'),
          }),
          item({ key: 'note', type: 'paragraph', title: '連絡したいこと' }),
          item({ key: 'map', type: 'image', title: '会場の地図' }),
        ],
      },
    ],
    confirmation: 'お申込みありがとうございます。受付番号をメールでお送りします。',
    settings: [
      '回答した人は、あとから直せます。',
      '何回でも回答できます。',
      values.closesOn === undefined || values.closesOn === ''
        ? '締切はありません。'
        : `${values.closesOn} に受付を終えます。`,
    ],
    issues: [],
  };
}
