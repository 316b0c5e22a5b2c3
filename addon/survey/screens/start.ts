/** 調査を始める: three steps, and nothing is made before the last button. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { checks, radios } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { card, page } from '../../sidebar/parts/page.ts';
import type { SurveyDefinitionView, SurveyPeopleView, SurveysView } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { figure } from './bars.ts';

const steps = ['調査と締切', '調査先', '確かめて作る'] as const;

export function startScreen(state: State, actions: Actions): VNode {
  const { value } = state.view;
  const { start } = state;
  const definition = value?.definitions.find(({ surveyId }) => surveyId === start.surveyId);
  if (value === null || definition === undefined) return page(true, heading('調査を始める'));
  return page(
    false,
    heading(
      '調査を始める',
      button(state, { label: '一覧に戻る', look: 'quiet', onPress: () => actions.toList() }),
    ),
    h(
      'ol',
      { class: 'steps', 'aria-label': '進み具合' },
      steps.map((label, at) =>
        h(
          'li',
          {
            class: at + 1 < start.step ? 'step is-done' : 'step',
            'aria-current': at + 1 === start.step ? 'step' : undefined,
          },
          span('step-number', String(at + 1)),
          span('', label),
        ),
      ),
    ),
    start.step === 1 && surveyStep(state, value, definition, actions),
    start.step === 2 && peopleStep(state, value, actions),
    start.step === 3 && start.people !== null && lookStep(state, definition, start.people, actions),
  );
}

const waveHints = {
  monthly: '調べる月です（例：2026-10）。前の月、前の年の同じ月と比べるのに使います。',
  yearly: '調べる年です（例：2026）。',
  once: '調べる月です（例：2026-04）。',
} as const;

function surveyStep(
  state: State,
  view: SurveysView,
  definition: SurveyDefinitionView,
  actions: Actions,
): VNode {
  const { start } = state;
  return card(
    '調査と締切',
    field({
      id: 'start-survey',
      label: '調査',
      value: start.surveyId,
      options: view.definitions.map(({ surveyId, title }) => ({ value: surveyId, label: title })),
      hint: `${definition.summary}（質問 ${definition.questions}問、第${definition.version}版）`,
      onInput: (surveyId) => actions.chooseSurvey(surveyId),
    }),
    div(
      'two',
      field({
        id: 'start-wave',
        label: '調査の回',
        value: start.wave,
        required: true,
        hint: waveHints[definition.kind],
        fault: start.faults.wave,
        onInput: (wave) => actions.changeStart({ wave }),
      }),
      field({
        id: 'start-deadline',
        label: '締切日',
        type: 'date',
        value: start.deadline,
        required: true,
        hint: 'この日の終わりに、フォームは自動で閉じます。',
        fault: start.faults.deadline,
        onInput: (deadline) => actions.changeStart({ deadline }),
      }),
    ),
    definition.notes.length > 0 &&
      h(
        'details',
        { class: 'more', key: 'notes' },
        h('summary', {}, `この調査の未検証・ご注意（${definition.notes.length}）`),
        ul(
          'notes',
          definition.notes.map((note) => li('data', note)),
        ),
      ),
    p(
      'hint',
      '質問は、始めたときのまま固定します。途中でひな形が新しくなっても、この回の質問は変わりません。',
    ),
    div('bar-row', button(state, { label: '調査先へ', look: 'primary', onPress: () => actions.toPeople() })),
  );
}

function peopleStep(state: State, view: SurveysView, actions: Actions): VNode {
  const { start } = state;
  const fault = start.faults.people;
  return card(
    '調査先',
    radios({
      id: 'start-source',
      legend: '誰に聞きますか',
      value: start.source,
      options: [
        {
          value: 'text',
          label: '一覧を貼り付ける・ファイルを読む',
          hint: '日商の調査（全国の一つのフォーム）や、台帳にない調査先のときに使います。',
        },
        { value: 'members', label: '台帳の会員', hint: '会員番号のある事業所です。' },
        {
          value: 'ledger',
          label: '台帳の全事業所',
          hint: `${view.chamberName}の台帳にある、廃業していない事業所です。`,
        },
      ],
      onPick: (source) => {
        if (source === 'text' || source === 'members' || source === 'ledger') actions.changeStart({ source });
      },
    }),
    start.source === 'text' &&
      div(
        'field',
        h('label', { for: 'start-text' }, '一覧（1行目は見出し）'),
        h('textarea', {
          id: 'start-text',
          class: 'input list-text',
          rows: 8,
          value: start.text,
          spellcheck: 'false',
          placeholder:
            '番号\t事業所名\tメールアドレス\t商工会議所\t都道府県\t業種\t規模\n001\t見本商店\tinfo@example.jp\t見本商工会議所\t新潟県\t小売業\t5人以下',
          'aria-describedby': fault === undefined ? 'start-text-hint' : 'start-text-hint start-text-fault',
          'aria-invalid': fault === undefined ? undefined : 'true',
          on: { input: (event) => actions.changeStart({ text: inputValue(event), file: '' }) },
        }),
        h(
          'p',
          { class: 'hint', id: 'start-text-hint' },
          'スプレッドシートからそのまま貼れます。必要な列は「事業所名」と「メールアドレス」。「番号」「商工会議所」「都道府県」「業種」「規模」「送付の可否」があれば使います。',
        ),
        fault !== undefined && h('p', { class: 'fault', id: 'start-text-fault' }, fault),
        h('label', { class: 'file-label', for: 'start-file' }, 'CSVファイルを読む'),
        h('input', {
          id: 'start-file',
          class: 'file-input',
          type: 'file',
          accept: '.csv,.txt,.tsv,text/csv',
          on: {
            change: (event) => {
              const input = event.currentTarget;
              const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
              if (file !== undefined) void actions.readFile(file);
            },
          },
        }),
        start.file !== '' && p('hint data', `「${start.file}」を読みました。`),
      ),
    start.source !== 'text' && fault !== undefined && p('fault', fault),
    div(
      'bar-row',
      button(state, { label: '戻る', look: 'quiet', onPress: () => actions.stepBack() }),
      button(state, {
        label: '調査先を確かめる',
        look: 'primary',
        work: 'look',
        working: '確かめています…',
        onPress: () => void actions.lookAtPeople(),
      }),
    ),
  );
}

const groupWords = (groups: SurveyPeopleView['chambers']): string =>
  `${groups
    .slice(0, 8)
    .map(({ label, count: n }) => `${label} ${count(n)}`)
    .join('、')}${groups.length > 8 ? `　ほか${groups.length - 8}` : ''}`;

function lookStep(
  state: State,
  definition: SurveyDefinitionView,
  people: SurveyPeopleView,
  actions: Actions,
): VNode {
  const { start } = state;
  return div(
    'stack',
    card(
      '調査先',
      h(
        'dl',
        { class: 'presence' },
        figure('調査先', `${count(people.people)}事業所`),
        figure('メールで送れる', count(people.mailable)),
        figure('送れない', count(people.people - people.mailable)),
      ),
      people.mailable < people.people &&
        p('hint', '送れない事業所も調査先です。紙や電話の回答を、この画面から入れられます。'),
      h(
        'dl',
        { class: 'pair' },
        h('dt', {}, '商工会議所'),
        h('dd', { class: 'data' }, groupWords(people.chambers)),
        h('dt', {}, '業種'),
        h('dd', { class: 'data' }, groupWords(people.industries)),
      ),
      people.issues.length > 0 && issueList(people.issues),
      people.moreIssues > 0 && p('hint', `ほかに ${count(people.moreIssues)}件 あります。`),
    ),
    card(
      '集計と保存',
      checks({
        id: 'start-by',
        legend: '表の区分',
        values: start.by,
        options: definition.dimensions.map(({ key, label }) => ({ value: key, label })),
        hint: '区分が多いほど一つの欄の回答が減り、隠す欄が増えます。',
        className: 'choices choices-row',
        onChange: (by) => actions.changeStart({ by }),
      }),
      div(
        'two',
        field({
          id: 'start-min',
          label: '隠す回答数',
          value: start.minN,
          hint: 'これより少ない回答の欄は隠します（ふつうは 3）。',
          onInput: (minN) => actions.changeStart({ minN: minN.replace(/\D/g, '') }),
        }),
        field({
          id: 'start-keep',
          label: '識別情報を残す日数',
          value: start.keepDays,
          hint: '締め切ってからこの日数がたつと、廃棄できるようになります。',
          onInput: (keepDays) => actions.changeStart({ keepDays: keepDays.replace(/\D/g, '') }),
        }),
      ),
    ),
    div(
      'bar-row',
      button(state, { label: '戻る', look: 'quiet', onPress: () => actions.stepBack() }),
      button(state, {
        label: 'フォームとリンクを作る',
        look: 'primary',
        work: 'start',
        working: '作っています…',
        onPress: () => void actions.startRound(),
      }),
    ),
    p('hint', 'まだ何も送りません。送る相手と文面は、次の画面で確かめてから送ります。'),
  );
}
