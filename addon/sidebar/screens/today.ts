/** 今日: what waits, the form and its address, fetching answers. */
import type { AttentionView } from '../../view/office-protocol.ts';
import type { FormView, Overview } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { onlyErrors } from '../actions/queue.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, h3, li, p, span, ul } from '../dom/tags.ts';
import { cases } from '../format.ts';
import { button, heading, outsideLink } from '../parts/button.ts';
import { icon } from '../parts/icon.ts';
import { workLines } from '../parts/lines.ts';
import { page, section } from '../parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import type { State } from '../state.ts';
import { setupScreen } from './setup.ts';

export function todayScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.overview;
  if (value === null) {
    return page(
      loading,
      heading('今日'),
      loading
        ? skeleton([100, 100, 100, 100, 60, 80])
        : couldNotLoad(state, issues, () => void actions.loadOverview()),
    );
  }
  if (!value.ready) return setupScreen(state, value, actions);
  return page(
    loading,
    heading('今日', p('chamber data', value.chamberName)),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadOverview()),
    state.attention !== null && attentionLines(state.attention, actions),
    value.forms.length > 0 && waitingLines(value, actions),
    value.forms.length > 0 &&
      button(state, {
        label: '回答を取り込む',
        work: 'collect',
        working: '回答を取り込んでいます…',
        look: 'primary',
        icon: 'refresh',
        wide: true,
        onPress: () => void actions.collect(),
      }),
    value.forms.length > 0 && p('hint center', '自動でも取り込まれます。急ぐときに。'),
    value.forms.map((form) => formCard(state, form, actions)),
    templates(state, value, actions),
    button(state, {
      label: 'フォームの作成と更新',
      icon: 'open',
      wide: true,
      onPress: () => void actions.openForms(),
    }),
    p('hint center', 'ひな型から作る、ひな型の更新を受け取る、受付を止める。'),
    button(state, {
      label: '会議の出欠',
      icon: 'open',
      wide: true,
      onPress: () => void actions.openOffice('attendance'),
    }),
    button(state, {
      label: '点検と設定',
      icon: 'open',
      wide: true,
      onPress: () => void actions.openOffice('health'),
    }),
    p('hint center', '点検、引継ぎ、権限、保存期間、会議所の値。'),
    button(state, {
      label: '規程を調べる',
      icon: 'open',
      wide: true,
      onPress: () => void actions.openRules(),
    }),
  );
}

/** One line each, only where there is something. */
function attentionLines(attention: AttentionView, actions: Actions): VNode {
  const lines: readonly (readonly [number, string, string, () => void])[] = [
    [
      attention.toMend,
      'error',
      `点検：直すところ ${cases(attention.toMend)}`,
      () => void actions.openOffice('health'),
    ],
    [
      attention.sendingPaused,
      'error',
      `送付が止まっています：待ち ${cases(attention.sendingPaused)}`,
      () => actions.go('send'),
    ],
    [
      attention.updates,
      'new',
      `ひな型の更新：フォーム ${cases(attention.updates)}`,
      () => void actions.openForms(),
    ],
    [
      attention.retentionDue,
      'warning',
      `保存期間を過ぎた回答 ${cases(attention.retentionDue)}`,
      () => void actions.openOffice('retention'),
    ],
  ];
  return ul(
    'news',
    lines
      .filter(([amount]) => amount > 0)
      .map(([, tone, text, go]) =>
        li(
          '',
          h(
            'button',
            { type: 'button', class: `news-line news-${tone}`, on: { click: go } },
            span('', text),
            icon('forward'),
          ),
        ),
      ),
  );
}

function waitingLines(overview: Overview, actions: Actions): VNode {
  const { waiting } = overview;
  return workLines([
    {
      label: '新着',
      hint: 'まだ確認を始めていない申込',
      amount: waiting.newAnswers,
      tone: 'new',
      go: () => actions.goToQueue('received'),
    },
    {
      label: '要確認',
      hint: '直すところがある申込',
      amount: waiting.withErrors,
      tone: 'error',
      go: () => actions.goToQueue(onlyErrors),
    },
    {
      label: '出力待ち',
      hint: '承認が済み、CSVに出す申込',
      amount: waiting.toExport,
      tone: 'good',
      go: () => actions.go('csv'),
    },
    {
      label: '取込確認待ち',
      hint: '取込の結果を記録するCSV',
      amount: waiting.toConfirm,
      tone: 'warning',
      go: () => actions.go('csv'),
    },
  ]);
}

function formCard(state: State, form: FormView, actions: Actions): VNode {
  const addressId = `address-${form.formId}`;
  return h(
    'section',
    { class: 'card', key: form.formId, 'aria-label': form.title },
    h2('data', form.title),
    p(
      'marks',
      span(`mark mark-${form.published ? 'good' : 'warning'}`, form.published ? '公開中' : '非公開'),
      span(`mark mark-${form.accepting ? 'good' : 'warning'}`, form.accepting ? '受付中' : '受付停止中'),
      span('mark mark-neutral', `ひな型 v${form.templateVersion}`),
    ),
    (!form.published || !form.accepting) &&
      p(
        'note note-warning',
        form.published
          ? 'いまは回答を受け付けていません。「編集画面」を開き、「公開」の「回答を受け付ける」を入れてください。'
          : '事業者はまだ開けません。「編集画面」を開き、「公開」を押してください。',
      ),
    h('label', { for: addressId }, '回答ページのアドレス'),
    div(
      'address',
      h('input', {
        id: addressId,
        class: 'input',
        readonly: true,
        value: form.publishedUrl,
        on: {
          focus: (event) => {
            if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
          },
        },
      }),
      button(state, {
        label: 'コピー',
        icon: 'copy',
        spoken: `${form.title}のアドレスをコピー`,
        onPress: () => void actions.copyAddress(form.publishedUrl, addressId),
      }),
    ),
    p('links', outsideLink(form.publishedUrl, '回答ページ'), outsideLink(form.editUrl, '編集画面')),
  );
}

function templates(state: State, overview: Overview, actions: Actions): VNode | null {
  const made = new Set(overview.forms.map((form) => form.templateId));
  const open = overview.templates.filter((template) => !made.has(template.id));
  if (open.length === 0) return null;
  const cards = open.map((template) =>
    h(
      'li',
      { class: 'card', key: template.id },
      h3('', template.title),
      p('', template.summary),
      p('hint', `ひな型 v${template.version}`),
      button(state, {
        label: 'このフォームを作る',
        work: `form:${template.id}`,
        working: 'フォームを作っています…',
        look: overview.forms.length === 0 ? 'primary' : 'plain',
        wide: true,
        spoken: `「${template.title}」のフォームを作る`,
        onPress: () => void actions.createForm(template.id, template.title),
      }),
    ),
  );
  if (overview.forms.length === 0) {
    return section(
      '',
      'フォームを作る',
      emptyState(
        'まだフォームがありません。',
        p('', '下のひな型から選ぶと、フォームができて公開されます。設問はあとから自由に直せます。'),
      ),
      ul('cards', cards),
    );
  }
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, `ほかのフォームを作る（${cases(open.length)}）`),
    ul('cards', cards),
  );
}
