/** 困ったら: the way through, and what the words on screen mean. */
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, h2, li, ol, p, span } from '../dom/tags.ts';
import { severityMark, stateMark } from '../parts/badge.ts';
import { heading } from '../parts/button.ts';
import { section } from '../parts/page.ts';

const steps: readonly (readonly [string, string])[] = [
  ['回答を受け取る', '「今日」で回答ページのアドレスをコピーし、事業者に知らせます。'],
  [
    '確認して承認する',
    '「受付」で申込を開き、直すところを確かめ、訪問や押印などの段階を記録して承認します。',
  ],
  ['CSVを出す', '「CSV」で出す内容を見てからファイルを作り、基幹システムに取り込み、結果を記録します。'],
];

const registerSteps: readonly (readonly [string, string])[] = [
  ['台帳を取り込む', '基幹システムのCSVを読み込みます。中身を確かめてから取り込みます。'],
  ['判定して、照会を始める', '特定商工業者を判定し、締切とたずねる相手を決めます。'],
  ['送る', '相手を確かめてから、事業所ごとのリンクをメールか手紙で送ります。'],
  ['回答を確かめる', '台帳と違うところを選んで承認し、「CSV」の「台帳の変更」で出します。'],
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
    '台帳の回答が「要確認」になりました',
    'リンクが書き換えられているか、期限切れなどで、どの事業所の回答か確かでないものです。台帳には入りません。回答を開いて理由を見て、事業所を選ぶか「見送る」にしてください。',
  ],
  [
    '「食い違い」とは何ですか',
    'ほかの回答と値が違うか、リンクを送ったあとに台帳が変わった項目です。どの値にするかを選ぶと、承認できます。',
  ],
  [
    '電話や紙で回答が届きました',
    '「台帳」の「代理入力」で、変わった項目だけを入れてください。だれが何で受けたかが残り、フォームの回答と同じように承認します。',
  ],
  [
    '台帳の取込みが途中で止まりました',
    '「続きから取り込む」を押してください。画面を閉じたときは、同じファイルをもう一度選んでください。二重にはなりません。',
  ],
  [
    'CSVを取り込んだら失敗しました',
    '「CSV」の「取込失敗」を押し、何が起きたかを書いてください。その回の申込は「出力待ち」に戻り、次のCSVに一度だけ入ります。',
  ],
  ['会議所の名前や部会を直したい', '「今日」の「点検と設定」を開き、「設定」で直してください。'],
];

export function helpScreen(): VNode {
  return div(
    'screen',
    heading('困ったら'),
    section('', '入会申込の流れ', h2('', '入会申込の流れ'), flow(steps)),
    section('', '台帳の流れ', h2('', '台帳の流れ（毎年の確認）'), flow(registerSteps)),
    section(
      '',
      'よくある質問',
      h2('', 'よくある質問'),
      questions.map(([question, answer]) =>
        h('details', { class: 'more' }, h('summary', {}, question), p('', answer)),
      ),
    ),
    section(
      '',
      '印の意味',
      h2('', '印の意味'),
      dl(
        'meanings',
        meaning(severityMark('error', '直す'), '直るまでCSVに出ません。'),
        meaning(severityMark('warning', '確認'), 'CSVには出ます。念のため目で確かめてください。'),
        meaning(severityMark('info', '情報'), '知っておくとよいことです。'),
        meaning(
          span('mark mark-warning', '仮の配置'),
          '基幹システムで確かめていないCSVの並びです。少ない件数で試してください。',
        ),
      ),
    ),
    section(
      '',
      '状態の意味',
      h2('', '状態の意味'),
      dl(
        'meanings',
        states.map(([id, label, text]) => meaning(stateMark({ id, label }), text)),
      ),
      p('hint', '状態の名前と、飛ばせない段階は、会議所ごとに「設定」で変えられます。'),
    ),
    section(
      '',
      'キーボード',
      h2('', 'キーボード'),
      dl(
        'meanings',
        meaning(h('kbd', {}, '/'), '受付・回答でさがす'),
        meaning(h('kbd', {}, '↑ ↓'), '一覧で選ぶ'),
        meaning(h('kbd', {}, 'Enter'), '選んだものを開く'),
        meaning(h('kbd', {}, 'Esc'), '入力をやめる・1つ前に戻る'),
      ),
    ),
  );
}

function flow(list: typeof steps): VNode {
  return ol(
    'flow',
    list.map(([title, text]) => li('', p('strong', title), p('', text))),
  );
}

function meaning(mark: VNode, text: string): VNode {
  return div('', dt('', mark), dd('', text));
}
