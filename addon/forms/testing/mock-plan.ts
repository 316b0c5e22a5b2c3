/** Invented plans of an update for working on the page without a server. */
import type {
  ConflictView,
  FormCardView,
  PlanEntryView,
  PlanGroupId,
  UpdatePlanView,
} from '../../view/forms-protocol.ts';
import type { IssueView } from '../../view/protocol.ts';

export const membershipForm: FormCardView = {
  formId: 'form-1',
  title: '入会申込',
  templateId: 'membership-application',
  templateTitle: '入会申込',
  version: '1.0.0',
  newest: '1.1.0',
  state: { id: 'open', label: '受付中' },
  update: { id: 'available', label: '更新あり' },
  closesOn: '',
  places: null,
  ownChanges: null,
  publishedUrl: 'https://docs.google.com/forms/d/e/1FAIpQLmihon/viewform',
  editUrl: 'https://docs.google.com/forms/d/1mihon/edit',
  madeAt: '2026-04-08 09:30',
  canRollBack: false,
};

const groups: readonly { readonly id: PlanGroupId; readonly label: string; readonly hint: string }[] = [
  { id: 'added', label: '追加', hint: '新しく加わるところ' },
  { id: 'changed', label: '変更', hint: '日商の新しい内容になるところ' },
  { id: 'kept', label: '残す', hint: '自所で直したまま残るところ' },
  { id: 'left-out', label: '外したまま', hint: '自所で外したので、加えないところ' },
  { id: 'refused', label: 'できないこと', hint: 'このままでは更新できないところ' },
];

const entry = (
  part: Partial<PlanEntryView> & Pick<PlanEntryView, 'id' | 'title' | 'what'>,
): PlanEntryView => ({
  part: '',
  before: '',
  after: '',
  ownershipLabel: '',
  ...part,
});

const entries: Readonly<Record<PlanGroupId, readonly PlanEntryView[]>> = {
  added: [
    entry({
      id: 'invoiceNumber',
      title: '適格請求書発行事業者登録番号',
      what: '設問「適格請求書発行事業者登録番号」を「法人番号」の次に加えます。答えなくてもよい設問です。',
      ownershipLabel: '推奨',
    }),
  ],
  changed: [
    entry({
      id: 'industry-options',
      title: '業種',
      part: '選択肢',
      what: '選択肢を2つ加えます。自所の「青年部」は残ります。',
      before: '製造業\n卸売業\n小売業\nサービス業\n青年部',
      after: '製造業\n卸売業\n小売業\n情報通信業\n医療・福祉\nサービス業\n青年部',
      ownershipLabel: '推奨',
    }),
    entry({
      id: 'pledge-help',
      title: '反社会的勢力でないことの確認',
      part: '説明文',
      what: '必須（日商）の文なので、日商の新しい文に置き換えます。',
      before: '暴力団などの反社会的勢力に当たらず、今後も関わらないことを確認してください。',
      after:
        '暴力団その他の反社会的勢力に当たらず、今後も関わらないこと、また、当たると分かったときは退会になることを確認してください。',
      ownershipLabel: '必須（日商）',
    }),
  ],
  kept: [
    entry({
      id: 'phone-title',
      title: '代表電話',
      part: '設問文',
      what: '自所で「代表電話」に直した設問文を残します。日商の設問文は「電話番号」です。',
    }),
    entry({ id: 'introducer', title: '紹介者', what: '自所で加えた設問です。そのまま残します。' }),
    entry({ id: 'order', title: '設問の順番', what: '自所で並べ替えた順番を残します。' }),
  ],
  'left-out': [
    entry({
      id: 'fax',
      title: 'FAX番号',
      what: '自所で外した設問です。加えません。',
      ownershipLabel: '推奨',
    }),
  ],
  refused: [],
};

export const conflicts: readonly ConflictView[] = [
  {
    element: 'capital',
    property: 'help',
    title: '資本金',
    part: '説明文',
    reason: '日商も自所も、この説明文を直しました。どちらの文にするか選んでください。',
    ownershipLabel: '推奨',
    base: '資本金を円で書いてください。個人事業主の方は空欄のままで結構です。',
    theirs: '資本金または出資金を円で書いてください。個人事業主の方は空欄のままで結構です。',
    ours: '資本金を万円で書いてください（例：1,000）。個人事業主の方は空欄のままで結構です。',
    isText: true,
    theirsLabel: '日商の新しい内容にする',
    oursLabel: '自所の内容を残す',
    theirsWords: '自所で直した内容は、履歴に残ります。',
    oursWords: '日商がもう一度ここを直すまで、たずねません。',
  },
  {
    element: 'privacyConsent',
    property: 'presence',
    title: '個人情報の取扱いへの同意',
    part: '',
    reason: '必須（日商）の設問ですが、このフォームにはありません。戻すかどうかを選んでください。',
    ownershipLabel: '必須（日商）',
    base: '個人情報の取扱いへの同意',
    theirs: '個人情報の取扱いへの同意',
    ours: '（ありません）',
    isText: false,
    theirsLabel: 'フォームに戻す',
    oursLabel: '外したままにする',
    theirsWords: '元の場所に戻します。',
    oursWords: '日商の定めと違うことが、記録に残ります。',
  },
];

export const openWarning: IssueView = {
  code: 'update.form-open',
  severity: 'warning',
  severityLabel: '確認',
  key: '',
  label: '',
  message: 'このフォームは受付中で、これまでに37件の回答が届いています。',
  remedy:
    '回答している途中の人には、古い形が見えていることがあります。気になるときは、一覧で受付を止めてから更新してください。',
  value: '',
  suggestion: '',
};

/** The plan for the customised copy of 入会申込. */
export function makePlan(): UpdatePlanView {
  return {
    form: membershipForm,
    from: '1.0.0',
    to: '1.1.0',
    headline:
      '設問を1問加え、2か所を日商の新しい内容に直します。自所で直した4か所はそのまま残ります。2か所は、どちらにするか選んでください。',
    groups: groups.map((group) => ({ ...group, entries: entries[group.id] })),
    conflicts,
    stopped: null,
    issues: [openWarning],
    seenAt: '2026-11-24 11:00',
    hash: 'plan-1',
  };
}

/** The plan of a form where nothing is to be done. */
export function emptyPlanView(form: FormCardView): UpdatePlanView {
  return {
    form,
    from: form.version,
    to: form.version,
    headline: 'ひな型に新しいところはありません。自所で直したところだけが違います。',
    groups: groups.map((group) => ({
      ...group,
      entries: group.id === 'kept' ? entries.kept.slice(0, 1) : [],
    })),
    conflicts: [],
    stopped: null,
    issues: [],
    seenAt: '2026-11-24 11:00',
    hash: 'plan-2',
  };
}
