/** Invented applications for working on the sidebar without a server; the same numbers give the same ones. */
import type { ApplicationView, FieldView, IssueView, StateView } from '../../view/protocol.ts';

export const states: readonly StateView[] = [
  { id: 'received', label: '仮申込' },
  { id: 'reviewing', label: '確認中' },
  { id: 'visited', label: '訪問' },
  { id: 'sealed', label: '押印受領' },
  { id: 'board', label: '常議員会付議' },
  { id: 'approved', label: '承認' },
  { id: 'paid', label: '入金' },
  { id: 'member', label: '会員' },
  { id: 'returned', label: '差戻し' },
  { id: 'withdrawn', label: '取下げ' },
];

const names = [
  '株式会社見本製作所',
  '鈴木青果店',
  '合同会社みなとデザイン',
  '髙橋建設株式会社',
  '有限会社北町米穀',
  '一般社団法人見本まちづくり推進機構',
  'カフェ　ひだまり',
  '特定非営利活動法人地域産業連携支援センターさくら',
  '株式会社グローバル・ロジスティクス・アンド・エンジニアリング・ホールディングス東日本支社',
  '𠮷田酒造店',
];

/** Text as a person with bad intent (or bad luck) might type it. */
export const hostileTexts = [
  '<img src=x onerror="window.hacked=1">',
  '</script><script>window.hacked=2</script>',
  '"><svg onload=window.hacked=3>',
  'javascript:window.hacked=4',
  '=HYPERLINK("https://example.com","押す")',
  '\u202E株式会社さかさま\u202C',
  'W'.repeat(160),
];

function issue(
  part: Partial<IssueView> & Pick<IssueView, 'code' | 'severity' | 'key' | 'label' | 'message'>,
): IssueView {
  const severityLabel = { error: '直す', warning: '確認', info: '情報' }[part.severity];
  return { remedy: '', value: '', suggestion: '', severityLabel, ...part };
}

const problems: readonly IssueView[] = [
  issue({
    code: 'corporate-number.check-digit',
    severity: 'error',
    key: 'corporateNumber',
    label: '法人番号',
    message: '法人番号の検査数字が合いません。',
    remedy: '国税庁の法人番号公表サイトで番号を確かめてください。',
    value: '1234567890123',
  }),
  issue({
    code: 'character.unmappable',
    severity: 'error',
    key: 'name',
    label: '事業所名',
    message: '「𠮷」は基幹システムのCSVに書けない字です。',
    remedy: '申込者に確かめたうえで、候補の字に置き換えてください。',
    value: '𠮷田酒造店',
    suggestion: '吉田酒造店',
  }),
  issue({
    code: 'phone.grouping',
    severity: 'warning',
    key: 'phone',
    label: '電話番号',
    message: '市外局番が分からず、ハイフンの位置を決められません。',
    remedy: '番号はそのままCSVに出ます。',
    value: '0991234567',
  }),
];

function edit(value: string): FieldView['edit'] {
  return { value, lines: value.includes('\n') ? 4 : 0, options: [], several: false, hint: '' };
}

function plain(key: string, label: string, shown: string): FieldView {
  return {
    key,
    label,
    shown,
    typed: shown,
    changed: false,
    ruleLabel: '',
    original: null,
    edit: edit(shown),
  };
}

function changed(key: string, label: string, typed: string, shown: string, ruleLabel: string): FieldView {
  return { key, label, shown, typed, changed: true, ruleLabel, original: null, edit: edit(typed) };
}

/** The application with number `index`; `hostile` fills it with text that must stay text. */
export function makeApplication(index: number, hostile: boolean): ApplicationView {
  const bad = hostileTexts[index % hostileTexts.length] ?? '';
  const name = hostile ? bad : (names[index % names.length] ?? '');
  const state = states[[0, 0, 0, 1, 1, 2, 3, 4, 5, 8][(index * 7) % 10] ?? 0] ?? {
    id: 'received',
    label: '仮申込',
  };
  const issues = hostile
    ? [
        issue({
          code: 'name.odd',
          severity: 'error',
          key: 'name',
          label: '事業所名',
          message: `${bad}を確かめてください。`,
          value: bad,
          suggestion: bad,
        }),
      ]
    : index % 3 === 0
      ? problems
      : index % 3 === 1
        ? problems.slice(2)
        : [];
  const day = String(24 - (index % 20)).padStart(2, '0');
  return withActions({
    applicationId: `app-${index}`,
    receiptNumber: `R8-${String(index + 1).padStart(4, '0')}`,
    name,
    typeLabel: ['法人', '個人事業主', '団体'][index % 3] ?? '法人',
    receivedAt: `2026-11-${day} ${String(9 + (index % 8)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`,
    state,
    errors: issues.filter((one) => one.severity === 'error').length,
    warnings: issues.filter((one) => one.severity === 'warning').length,
    exportLabel: state.id === 'approved' ? '出力待ち' : '',
    version: 1,
    email: index % 5 === 4 ? '' : `shinsei${index + 1}@example.co.jp`,
    sections: sections(name, hostile ? bad : ''),
    issues,
    duplicates:
      index % 4 === 0
        ? [{ where: '台帳', name: `${name}（本店）`, reason: '電話番号が同じです', applicationId: '' }]
        : [],
    history: [
      { at: `2026-11-${day} 09:00`, by: '申込者', what: '申込を受け付けました', why: '' },
      { at: `2026-11-${day} 09:01`, by: '会議所キット', what: '受付メールを送信', why: '' },
    ],
    actions: [],
    nextState: null,
    missingSteps: [],
  });
}

function sections(name: string, bad: string): ApplicationView['sections'] {
  const text = (usual: string): string => (bad === '' ? usual : bad);
  return [
    {
      title: '事業所',
      fields: [
        {
          ...plain('applicantType', '組織区分', '法人'),
          edit: {
            value: '法人',
            lines: 0,
            options: ['法人', '個人事業主', '団体'].map((label) => ({ value: label, label })),
            several: false,
            hint: '',
          },
        },
        plain('name', '事業所名', name),
        changed('nameKana', '事業所名カナ', 'ﾐﾎﾝｾｲｻｸｼｮ', 'ミホンセイサクショ', '半角カナを全角に'),
        changed(
          'corporateNumber',
          '法人番号',
          '１２３４-５６７８-９０１２３',
          '1234567890123',
          '全角を半角に・ハイフンを除く',
        ),
        changed('postalCode', '郵便番号', '〒０６００００１', '060-0001', '全角を半角に・「〒」を除く'),
        plain('address', '住所', text('北海道札幌市中央区北1条西2丁目3-4')),
        plain('building', '建物名等', text('ニュー八重洲ビル３６階')),
      ],
    },
    {
      title: '代表者',
      fields: [
        plain('representativeTitle', '代表者役職', '代表取締役'),
        plain('representativeName', '代表者氏名', text('見本　太郎')),
      ],
    },
    {
      title: '連絡先',
      fields: [
        changed(
          'phone',
          '電話番号',
          '０１１ー２３１ー１１２２',
          '011-231-1122',
          '全角を半角に・長音をハイフンに',
        ),
        plain('fax', 'FAX番号', ''),
        plain('email', 'メールアドレス', 'info@example.co.jp'),
        plain('website', 'ウェブサイト', text('https://example.co.jp/')),
      ],
    },
    {
      title: '事業の内容',
      fields: [
        plain('businessDescription', '事業内容', text('金属部品の切削加工。\n試作から量産まで承ります。')),
        changed('establishedOn', '設立年月日', '平成31年4月1日', '2019年4月1日（平成31年）', '和暦を西暦に'),
        changed('capital', '資本金', '1,000万円', '10,000,000円', '「万円」を円に'),
        {
          ...plain('divisions', '希望部会', '商業部会'),
          edit: {
            value: '商業部会',
            lines: 0,
            options: ['商業部会', '工業部会', 'サービス業部会'].map((label) => ({ value: label, label })),
            several: true,
            hint: '',
          },
        },
        changed('employees', '従業員数', '２０名', '20人', '全角を半角に・「名」を除く'),
      ],
    },
    {
      title: '同意',
      fields: [{ ...plain('privacyConsent', '個人情報の取扱い', '同意する'), edit: null }],
    },
  ];
}

const line = ['received', 'reviewing', 'visited', 'sealed', 'board', 'approved', 'paid', 'member'];

/** Fills in what can be done from the state an application is in. */
export function withActions(view: ApplicationView): ApplicationView {
  const at = line.indexOf(view.state.id);
  if (at < 0) return { ...view, actions: ['reopen'], nextState: null, missingSteps: [] };
  const next = states[at + 1];
  const open = at < line.indexOf('approved');
  const required = ['visited', 'sealed', 'board'];
  return {
    ...view,
    actions: open ? ['advance', 'approve', 'return', 'withdraw'] : at + 1 < line.length ? ['advance'] : [],
    nextState: at + 1 < line.length && next !== undefined ? next : null,
    missingSteps: open
      ? states
          .filter((one) => required.includes(one.id) && line.indexOf(one.id) > at)
          .map((state) => ({ state }))
      : [],
  };
}

/** The application with a value put right: its field, its problems and its history follow. */
export function corrected(
  view: ApplicationView,
  key: string,
  value: string,
  reason: string,
): ApplicationView {
  const fieldNow = (one: FieldView): FieldView => ({
    ...plain(key, one.label, value),
    original: one.original ?? one.typed,
  });
  const fields = view.sections.flatMap((section) => section.fields);
  const before = fields.find((one) => one.key === key);
  const issues = view.issues.filter((one) => one.key !== key);
  return {
    ...view,
    name: key === 'name' ? value : view.name,
    version: view.version + 1,
    errors: issues.filter((one) => one.severity === 'error').length,
    warnings: issues.filter((one) => one.severity === 'warning').length,
    issues,
    sections: view.sections.map((section) => ({
      ...section,
      fields: section.fields.map((one) => (one.key === key ? fieldNow(one) : one)),
    })),
    history: [
      ...view.history,
      {
        at: '2026-11-24 11:02',
        by: '佐藤',
        what: `${before?.label ?? key}を直しました：${before?.typed ?? ''} → ${value}`,
        why: reason,
      },
    ],
  };
}
