/** 配信 in the mock server: a release that is applied in part, one that failed, or no connection. */
import { type Policy, policies, policyLabels } from '../../../shared/release/policy.ts';
import { refuse } from '../../sidebar/testing/mock-run.ts';
import type { OffersView } from '../../view/offers-protocol.ts';
import type { Input } from '../../view/protocol.ts';
import type { ReleaseOutputs, ReleaseView } from '../../view/release-protocol.ts';
import { hostileText } from './mock-data.ts';
import type { Scenario } from './mock-state.ts';

const offers = (scenario: Scenario): OffersView => ({
  chamber: '見本商工会議所',
  lines: [
    {
      kind: 'template',
      subject: 'form-1',
      title: scenario.hostile ? hostileText : '貸会議室の申込',
      label: 'フォームのひな形',
      sentAt: '',
      sentId: '',
    },
    {
      kind: 'template',
      subject: 'form-2',
      title: '創業塾の参加申込',
      label: 'フォームのひな形',
      sentAt: '2026-11-20 15:03',
      sentId: '3f0c9a7711be',
    },
    {
      kind: 'profile',
      subject: 'own-0a1b2c',
      title: '旧基幹システムの取込み',
      label: 'CSVの配置',
      sentAt: '',
      sentId: '',
    },
  ],
  mayChange: !scenario.viewer,
});

const offerText = [
  'schema: 2',
  'title: 貸会議室の申込',
  'description: |-',
  '  お問い合わせは {{chamber.name}}（電話 {{chamber.phone}}）まで。',
  'sections:',
  '  - key: page-1',
].join('\n');

type Methods = { readonly [M in keyof ReleaseOutputs]: (input: Input<M>) => ReleaseOutputs[M] };

const hints: Readonly<Record<Policy, string>> = {
  mandated:
    '日商が必須とした文や選択肢の訂正だけを、自動で反映します。ほかの変更は、担当者が確かめてから反映します。',
  all: '自所の変更とぶつからない変更は、すべて自動で反映します。ぶつかるものは、担当者に知らせます。',
  ask: '自動では何も変えません。担当者が確かめてから反映します。',
};

const standing: Omit<ReleaseView, 'mayChange'> = {
  chamber: '13-001',
  lookedAt: '2026-11-24 10:12',
  version: '1.2.0',
  notes: ['反社会的勢力の排除の誓約の文を、法務の確認を受けて改めました。', '業種の選択肢を2つ加えました。'],
  offered: '1.2.0',
  state: '反映済み（確認待ちのフォームあり）',
  tone: 'info',
  problem: '',
  remedy: '',
  waiting: 2,
  policy: 'mandated',
  policies: policies.map((id) => ({ id, label: policyLabels[id], hint: hints[id] })),
  deferUntil: '',
  deferLimit: '2027-02-22',
  reportedAt: '2026-11-24 10:12',
};

function firstView(scenario: Scenario): Omit<ReleaseView, 'mayChange'> {
  if (scenario.hostile)
    return {
      ...standing,
      state: hostileText,
      notes: [hostileText],
      problem: hostileText,
      remedy: hostileText,
    };
  if (scenario.release === 'none')
    return {
      ...standing,
      chamber: '',
      lookedAt: '',
      version: '',
      notes: [],
      offered: '',
      state: '配信はまだありません',
      waiting: 0,
      reportedAt: '',
    };
  if (scenario.release === 'failed')
    return {
      ...standing,
      version: '1.1.0',
      state: '失敗',
      tone: 'bad',
      waiting: 0,
      problem: '日商の配信の「template.mihon」は、この会議所キットでは読めません。受け取りませんでした。',
      remedy: 'いまの版のまま使えます。日商には、この会議所で受け取れなかったことが伝わります。',
    };
  return standing;
}

export function releaseMethods(scenario: Scenario, allow: () => void): Methods {
  let view = firstView(scenario);
  const now = (): ReleaseView => ({ ...view, mayChange: !scenario.viewer });
  let lines = offers(scenario);
  return {
    offers: () => lines,
    previewOffer: ({ kind, subject }) => ({
      kind,
      subject,
      title: lines.lines.find((line) => line.subject === subject)?.title ?? '',
      text: offerText,
      reach: subject === 'form-1' ? ['kaigishitsu@mihon-cci.example', '03-1234-9876'] : [],
      left: subject === 'form-2' ? ['会社案内のファイル'] : [],
      hash: 'h',
    }),
    sendOffer({ subject }) {
      allow();
      lines = {
        ...lines,
        lines: lines.lines.map((line) =>
          line.subject === subject ? { ...line, sentAt: '2026-11-24 10:30', sentId: '9b1d22e0c4f7' } : line,
        ),
      };
      return lines;
    },
    release: now,
    saveRelease({ policy, deferUntil }) {
      allow();
      view = { ...view, policy, deferUntil };
      return now();
    },
    connectRelease({ code }) {
      allow();
      if (code !== '' && !code.startsWith('cci1 '))
        throw refuse(
          'release.link',
          '接続コードとして読めませんでした。',
          '日商から届いた「cci1」で始まる1行を、初めから終わりまで貼り付けてください。',
        );
      view =
        code === ''
          ? firstView({ ...scenario, release: 'none' })
          : {
              ...standing,
              lookedAt: '',
              waiting: 0,
              version: '',
              notes: [],
              offered: '',
              state: '配信はまだありません',
            };
      return now();
    },
  };
}
