/** 集計と報告: counting in steps that may be left and gone on with, where the results stand, what is hidden and why. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, outsideLink } from '../../sidebar/parts/button.ts';
import type { SurveyReportView, SurveyView } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { focusCard } from './card.ts';

export function reportCard(state: State, survey: SurveyView, actions: Actions): VNode {
  const { report } = survey;
  return focusCard(
    'report',
    '集計と報告',
    report === null && p('', 'まだ集計していません。'),
    report !== null && standing(report, survey),
    survey.mayEnter &&
      div(
        'acts',
        button(state, {
          label: report === null ? '集計して報告を作る' : '集計し直す',
          look: report === null || report.isOld || report.url === '' ? 'primary' : 'plain',
          work: 'count',
          working: state.counting === 'sheet' ? '報告を書いています…' : '集計しています…',
          onPress: () => void actions.count(),
        }),
        span('hint', '途中で画面を閉じても、次に押すと続きから進みます。'),
      ),
    survey.state === 'open' &&
      p(
        'note',
        '締切前の集計は速報です。外に出すのは、締め切ったあとの集計にしてください。二つの集計を比べると、間に届いた一社の回答が分かることがあります。',
      ),
    h(
      'details',
      { class: 'more', key: 'hidden' },
      h('summary', {}, '隠した欄（＊）とは'),
      p('', `回答が ${survey.minN}件 に満たない欄は、一つの事業者の答えが分かってしまうので隠します。`),
      p(
        '',
        '合計から引き算すると隠した欄が分かるときは、ほかの欄も一緒に隠します。会議所・都道府県・ブロックの重なりと、前の回の報告も確かめています。',
      ),
    ),
  );
}

function standing(report: SurveyReportView, survey: SurveyView): VNode {
  return div(
    'stack',
    p(
      '',
      `${report.at} に ${count(report.counted)}件 を集計しました。`,
      report.isOld && span('mark mark-warning', '新しい回答があります'),
      survey.state === 'open' && span('mark mark-warning', '速報'),
    ),
    report.isAllHidden
      ? p('note note-warning', '回答が少ないため、示せる結果がありません。')
      : p(
          'hint',
          `隠した欄：回答が少ない ${count(report.hidden)}か所、逆算を防ぐため ${count(report.complement)}か所。`,
        ),
    div(
      'links',
      report.url !== '' && outsideLink(report.url, '報告（ドキュメント）を開く', 'button'),
      span('hint data', `表と図：シート「${report.sheet}」`),
    ),
  );
}
