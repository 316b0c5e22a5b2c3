/** 保存期間: rules a form, and the record of what was destroyed. What would go is `destruction.ts`. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, h3, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count, day, shortTime } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { card } from '../../sidebar/parts/page.ts';
import type { RetentionView } from '../../view/retention-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { daysId, rulesOf } from '../actions/retention.ts';
import { nextRule, type RuleDraft } from '../rule-drafts.ts';
import type { State } from '../state.ts';
import { destructionCard, reportCard } from './destruction.ts';
import { saveBar, shown } from './shown.ts';

export function retentionScreen(state: State, actions: Actions): VNode {
  const { view, draft, preview, report } = state.retention;
  return shown(
    state,
    '保存期間',
    view,
    () => void actions.loadRetention(),
    (retention) => [
      heading('保存期間'),
      p('lead', 'フォームごとに、いつまで回答を残すかを決めます。規則のないフォームの回答は、廃棄しません。'),
      report !== null && report.recordId !== '' && reportCard(report),
      retention.issues.length > 0 && issueList(retention.issues),
      preview.value === null ? rulesCard(state, retention, actions) : null,
      preview.value === null
        ? draft === null && startCard(state, actions)
        : destructionCard(state, preview.value, actions),
      recordsCard(state),
      draft !== null &&
        saveBar(state, {
          words: '保存期間を変えました。保存しても、まだ何も廃棄しません。',
          work: 'save-rules',
          save: () => void actions.saveRules(),
          drop: () => actions.dropRules(),
        }),
    ],
  );
}

function rulesCard(state: State, retention: RetentionView, actions: Actions): VNode {
  const rules = rulesOf(state.retention).map((rule, at) => ({ rule, at }));
  const known = new Set(retention.targets.map(({ templateId }) => templateId));
  const strangers = rules.filter(({ rule }) => !known.has(rule.templateId));
  return card(
    'フォームごとの規則',
    retention.targets.length === 0 && p('blank', 'まだフォームがありません。'),
    ul(
      'rule-groups',
      retention.targets.map((target) => {
        const own = rules.filter(({ rule }) => rule.templateId === target.templateId);
        return h(
          'li',
          { key: target.templateId, class: 'rule-group', role: 'group', 'aria-label': target.title },
          h3('data', target.title),
          own.length === 0 && p('hint', '規則なし（廃棄しません）'),
          own.map(({ rule, at }) => ruleLine(state, rule, at, target, actions)),
          nextRule(
            target,
            own.map(({ rule }) => rule),
          ) !== null &&
            button(state, {
              label: own.length === 0 ? '規則を決める' : '規則を加える',
              look: 'quiet',
              spoken: `${target.title}：規則を加える`,
              onPress: () => actions.addRule(target),
            }),
        );
      }),
      strangers.map(({ rule, at }) =>
        h(
          'li',
          { key: `${rule.templateId} ${rule.start}`, class: 'rule-group' },
          h3('data', rule.templateId),
          p('hint', 'このひな型のフォームは、いまありません。'),
          button(state, { label: 'この規則を外す', look: 'quiet', onPress: () => actions.removeRule(at) }),
        ),
      ),
    ),
  );
}

function ruleLine(
  state: State,
  rule: RuleDraft,
  at: number,
  target: RetentionView['targets'][number],
  actions: Actions,
): VNode {
  const fault = state.retention.faults[at];
  return div(
    'rule',
    div(
      'rule-line',
      h(
        'select',
        {
          class: 'input',
          value: rule.start,
          'aria-label': `${target.title}：数え始め`,
          on: {
            change: (event) => {
              const chosen = target.starts.find(({ id }) => id === inputValue(event));
              if (chosen !== undefined) actions.changeRule(at, { start: chosen.id });
            },
          },
        },
        target.starts.map(({ id, label }) => h('option', { key: id, value: id }, label)),
      ),
      span('', 'から'),
      h('input', {
        id: daysId(at),
        class: 'input rule-days',
        type: 'text',
        inputmode: 'numeric',
        value: rule.days,
        maxlength: 8,
        autocomplete: 'off',
        'aria-label': `${target.title}：日数`,
        'aria-invalid': fault === undefined ? undefined : 'true',
        'aria-describedby': fault === undefined ? undefined : `${daysId(at)}-fault`,
        on: { input: (event) => actions.changeRule(at, { days: inputValue(event) }) },
      }),
      span('', '日で廃棄'),
      button(state, {
        label: '外す',
        look: 'quiet',
        spoken: `${target.title}：この規則を外す`,
        onPress: () => actions.removeRule(at),
      }),
    ),
    fault !== undefined && h('p', { class: 'fault', id: `${daysId(at)}-fault` }, fault),
  );
}

function startCard(state: State, actions: Actions): VNode {
  return card(
    '廃棄',
    p('', '期間を過ぎた回答を確かめてから、廃棄します。自動では廃棄しません。'),
    button(state, {
      label: '廃棄する回答を確かめる',
      work: 'preview',
      working: '数えています…',
      onPress: () => void actions.showPreview(),
    }),
  );
}

function recordsCard(state: State): VNode | null {
  const { value } = state.retention.records;
  if (value === null) return null;
  return card(
    '廃棄の記録',
    value.rows.length === 0
      ? p('blank', 'まだ廃棄していません。')
      : ul(
          'records',
          value.rows.map((row) =>
            h(
              'li',
              { class: 'record', key: `${row.recordId} ${row.form} ${row.rule}` },
              p(
                'take-head',
                span('strong', row.recordId),
                span(`mark mark-${row.state === '途中' ? 'warning' : 'good'}`, row.state),
                span('data', row.form),
              ),
              p(
                'hint data',
                [
                  `${count(row.count)}件`,
                  row.rule,
                  row.oldest === '' ? '' : `最も古い受付日 ${day(row.oldest)}`,
                  shortTime(row.at, state.today),
                  row.by,
                ]
                  .filter((text) => text !== '')
                  .join('・'),
              ),
            ),
          ),
        ),
    p('hint', `シート「${value.sheet}」に、廃棄した項目と確認の値も残っています。`),
  );
}
