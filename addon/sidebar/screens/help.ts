/** 困ったら: the way through, and what the words on screen mean. */
import { h, type VNode } from '../dom/h.ts';
import { severityMark, stateMark } from '../parts/badge.ts';
import { heading } from '../parts/button.ts';

const steps: readonly (readonly [string, string])[] = [
  ['回答を受け取る', '「今日」で回答ページのアドレスをコピーし、事業者に知らせます。'],
  [
    '確認して承認する',
    '「受付」で申込を開き、直すところを確かめ、訪問や押印などの段階を記録して承認します。',
  ],
  ['CSVを出す', '「CSV」で出す内容を見てからファイルを作り、基幹システムに取り込み、結果を記録します。'],
];

const states: readonly (readonly [string, string, string])[] = [
  ['received', '仮申込', 'フォームから届いたばかりです。'],
  ['reviewing', '確認中', '職員が内容を見ています。'],
  ['visited', '訪問', '事業所を訪ねて確かめました。'],
  ['sealed', '押印受領', '印のある申込書を受け取りました。'],
  ['board', '常議員会付議', '常議員会に諮りました。'],
  ['approved', '承認', '入会が認められました。CSVに出せます。'],
  ['paid', '入金', '会費などが納められました。'],
  ['member', '会員', '承認と入金が済んでいます。'],
  ['returned', '差戻し', '申込者の直しを待っています。'],
  ['withdrawn', '取下げ', '手続きを終えました。再開できます。'],
];

const questions: readonly (readonly [string, string])[] = [
  [
    '回答が届いているのに、受付に出てきません',
    '「今日」の「回答を取り込む」を押してください。何度押しても、同じ回答が二重に入ることはありません。',
  ],
  [
    '承認したのに、CSVに入りません',
    '「CSV」の「保留」を見てください。理由と、どの申込かが出ています。申込を開くと直し方が分かります。',
  ],
  [
    '「画面を開いたあとに変更しました」と出ます',
    '同じ申込を別の職員が進めています。「最新を読み直す」を押し、内容を見てからもう一度決めてください。あなたの入力は送られていません。',
  ],
  [
    '「整えた」とは何ですか',
    '全角の数字や和暦などを、基幹システムが読める形にそろえたものです。申込者が打った値も必ず残ります。社名や氏名の字は変えません。',
  ],
  [
    'CSVを取り込んだら失敗しました',
    '「CSV」の「取込失敗」を押し、何が起きたかを書いてください。その回の申込は「出力待ち」に戻り、次のCSVに一度だけ入ります。',
  ],
  [
    '会議所の名前や部会を直したい',
    'シート「設定」を開き、値の列を書き換えてください。次にこの画面を開いたときから変わります。',
  ],
];

export function helpScreen(): VNode {
  return h(
    'div',
    { class: 'screen' },
    heading('困ったら'),
    h(
      'section',
      { 'aria-label': '仕事の流れ' },
      h('h2', {}, '仕事の流れ'),
      h(
        'ol',
        { class: 'flow' },
        steps.map(([title, text]) => h('li', {}, h('p', { class: 'strong' }, title), h('p', {}, text))),
      ),
    ),
    h(
      'section',
      { 'aria-label': 'よくある質問' },
      h('h2', {}, 'よくある質問'),
      questions.map(([question, answer]) =>
        h('details', { class: 'more' }, h('summary', {}, question), h('p', {}, answer)),
      ),
    ),
    h(
      'section',
      { 'aria-label': '印の意味' },
      h('h2', {}, '印の意味'),
      h(
        'dl',
        { class: 'meanings' },
        meaning(severityMark('error', '直す'), '直るまでCSVに出ません。'),
        meaning(severityMark('warning', '確認'), 'CSVには出ます。念のため目で確かめてください。'),
        meaning(severityMark('info', '情報'), '知っておくとよいことです。'),
        meaning(
          h('span', { class: 'mark mark-warning' }, '仮の配置'),
          '基幹システムで確かめていないCSVの並びです。少ない件数で試してください。',
        ),
      ),
    ),
    h(
      'section',
      { 'aria-label': '状態の意味' },
      h('h2', {}, '状態の意味'),
      h(
        'dl',
        { class: 'meanings' },
        states.map(([id, label, text]) => meaning(stateMark({ id, label }), text)),
      ),
      h('p', { class: 'hint' }, '状態の名前と、飛ばせない段階は、会議所ごとに「設定」で変えられます。'),
    ),
    h(
      'section',
      { 'aria-label': 'キーボード' },
      h('h2', {}, 'キーボード'),
      h(
        'dl',
        { class: 'meanings' },
        meaning(h('kbd', {}, '/'), '受付でさがす'),
        meaning(h('kbd', {}, '↑ ↓'), '一覧で選ぶ'),
        meaning(h('kbd', {}, 'Enter'), '選んだ申込を開く'),
        meaning(h('kbd', {}, 'Esc'), '入力をやめる・一覧に戻る'),
      ),
    ),
  );
}

function meaning(mark: VNode, text: string): VNode {
  return h('div', {}, h('dt', {}, mark), h('dd', {}, text));
}
