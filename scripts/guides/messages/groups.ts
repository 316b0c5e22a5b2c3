/** Where a reader meets a message: the sections of the guide, and which codes belong to each. */

export interface Group {
  readonly title: string;
  readonly intro: string;
  /** Codes, or beginnings of codes that end in a dot. The first group that names a code longest has it. */
  readonly codes: readonly string[];
}

export const groups: readonly Group[] = [
  {
    title: '申込・回答を開いたとき',
    intro:
      '「受付」や「台帳」で一件を開くと出ます。**直す** は直るまで CSV に出ません。**確認** は出ますが目で見てください。**情報** は読むだけで構いません。',
    codes: [
      'required',
      'consent.',
      'corporate-number.',
      'invoice-number.',
      'character.',
      'kana.',
      'latin.',
      'postal-code.',
      'phone.',
      'email.',
      'url.',
      'date.',
      'number.',
      'choice.',
      'text.',
      'formula.',
      'employees.',
      'split.',
      'duplicate.',
    ],
  },
  {
    title: '申込を決める・直すとき',
    intro: '承認、差戻し、「直す」などのボタンを押したときに出ます。出たときは、まだ何も変わっていません。',
    codes: ['decision.', 'correction.', 'application.', 'submission.'],
  },
  {
    title: '「CSV」の画面',
    intro: 'CSV を出すとき、取込みの結果を記録するとき、代わりの文字を決めるときに出ます。',
    codes: ['export.', 'batch.', 'substitutes.', 'profile.unknown', 'profile.confirm-ground'],
  },
  {
    title: '「フォームの作成と更新」の画面',
    intro: 'やり方は [フォームの作成と更新](フォームの更新.md) にあります。',
    codes: ['form.', 'adopt.', 'update.', 'capture.', 'template.unknown'],
  },
  {
    title: '台帳を取り込むとき',
    intro:
      '「台帳」の「中身を確かめる」で出ます。やり方は [台帳の確認](台帳の確認.md) の①です。止まったときも、台帳の行は消えません。',
    codes: ['ledger.', 'import.', 'upload.'],
  },
  {
    title: '配置を覚えさせるとき',
    intro: 'やり方は [台帳の確認](台帳の確認.md) の②です。',
    codes: ['learn.', 'profile.stored-shape'],
  },
  {
    title: '照会を始める・送るとき',
    intro: 'やり方は [台帳の確認](台帳の確認.md) の④です。',
    codes: ['round.', 'send.', 'letters.', 'quota.'],
  },
  {
    title: '台帳の回答を確かめるとき',
    intro: 'やり方は [台帳の確認](台帳の確認.md) の⑤です。「要確認」の回答は、台帳に入りません。',
    codes: ['token.', 'answer.'],
  },
  {
    title: '「会議の出欠」の画面',
    intro:
      'やり方は [会議の出欠](会議の出欠.md) にあります。「確かめること」に出たものは、確かな出席に数えていません。',
    codes: ['attendance.'],
  },
  {
    title: '「調査」の画面',
    intro: 'やり方は [調査](調査.md) の「画面で行う」にあります。',
    codes: ['surveys.'],
  },
  {
    title: '「調査の結果」の画面',
    intro: '日商から届いたアドレスで開く画面です。[調査](調査.md) の「結果を画面で見る」を見てください。',
    codes: ['dashboard.'],
  },
  {
    title: '点検・役割・引継ぎ・保存期間',
    intro: '責任者が見る画面のものです。[責任者の手引き](責任者の手引き.md) も見てください。',
    codes: ['health.', 'access.', 'hand-over.', 'retention.'],
  },
  {
    title: '準備、設定、どの画面でも',
    intro: '「準備」やシート「設定」のこと、または、どの画面でも出ることがあるものです。',
    codes: ['setup.', 'settings.', 'workbook.', 'form.missing', 'lock.', 'rpc.', 'work.'],
  },
  {
    title: 'ファイルを読むとき',
    intro: 'CSV などのファイルを選んだときに、台帳の取込みでも命令（cci）でも出ます。',
    codes: ['file.', 'table.', 'header.', 'row.', 'response.'],
  },
  {
    title: 'ひな型や配置を作る人へ',
    intro:
      '`cci template check` などの命令で出ます。職員の画面には出ません。[日商の手引き](日商の手引き.md) を見てください。文の始まりの〔場所：〕には、ファイルと行が入ります。',
    codes: ['template.', 'profile.', 'document.'],
  },
  {
    title: '「配信」の画面（点検と設定）',
    intro:
      '日商から届くひな形の新しい版を、受け取るときに出ます。どれが出ても、いまのフォームと回答はそのままです。',
    codes: [
      'release.unreadable',
      'release.hash',
      'release.other',
      'release.addon-older',
      'release.unreachable',
      'release.content',
      'release.undo-left',
      'release.exception',
      'release.not-reported',
      'release.link',
      'release.deferral-day',
      'release.deferral-long',
      'rollout.unreadable',
      'rollout.seal',
      'rollout.older',
      'rollout.fork',
    ],
  },
  {
    title: '「規程を調べる」の画面',
    intro: '規程の束を作るとき、調べるときに出ます。やり方は [規程の束](規程の束.md) にあります。',
    codes: ['rules.'],
  },
  {
    title: '調査を集計する人へ',
    intro: '`cci survey report` などの命令で出ます。やり方は [調査](調査.md) にあります。',
    codes: ['survey.'],
  },
  {
    title: '規程の文書を読み取る人へ',
    intro: '定款や規程のファイルを読み取るときに出ます。読めなかったところは、印を付けて残します。',
    codes: ['corpus.'],
  },
  {
    title: '命令（cci）を使う人へ',
    intro: '手元の機械で命令を動かしたときに出ます。職員の画面には出ません。',
    codes: ['cli.', 'script.', 'output.', 'internal.'],
  },
  {
    title: '調査の保管庫と重みを使うとき（日商）',
    intro:
      '`cci survey store` と、重みを付けた集計で出ます。やり方は [日商の手引き](日商の手引き.md) にあります。',
    codes: ['survey.store.', 'survey.weight.'],
  },
  {
    title: 'ひな型を配るとき（日商）',
    intro: '`cci release` の命令で出ます。やり方は [日商の手引き](日商の手引き.md) にあります。',
    codes: ['google.', 'release.', 'offer.', 'rollout.', 'viewer.'],
  },
];

/** The group a code belongs to: the one that names the most of it. */
export function groupOf(code: string): Group | undefined {
  let best: { readonly group: Group; readonly length: number } | undefined;
  for (const group of groups) {
    for (const named of group.codes) {
      const fits = named.endsWith('.') ? code.startsWith(named) : code === named;
      if (fits && named.length > (best?.length ?? 0)) best = { group, length: named.length };
    }
  }
  return best?.group;
}
