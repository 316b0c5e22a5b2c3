/** 更新の内容: what an update does, leaves and asks, and the button that does it. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import { walkLine } from '../../sidebar/parts/walk.ts';
import type { PlanEntryView, PlanGroupId, UpdatePlanView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { changesOf, undecided, whyNot } from '../decisions.ts';
import type { State } from '../state.ts';
import { differing } from '../text-diff.ts';
import { conflictCard, conflictId } from './conflict.ts';
import { markedText } from './marked-text.ts';
import { ownershipMark, stateMark } from './marks.ts';
import { progress } from './progress.ts';

export function planScreen(state: State, actions: Actions): VNode {
  const { view } = state.plan;
  const back = walkLine(state, 'フォーム一覧', () => actions.back());
  const plan = view.value;
  if (plan === null) {
    return page(
      view.loading,
      back,
      heading('更新の内容'),
      view.issues.length > 0
        ? couldNotLoad(state, view.issues, () => void actions.loadPlan())
        : [p('hint', 'フォームとひな型を比べています…'), skeleton([100, 70, 100, 90])],
    );
  }
  return page(
    view.loading,
    back,
    heading('更新の内容', span('chamber data', plan.form.title)),
    changedSince(state, plan),
    stopped(plan, actions),
    summary(plan),
    view.issues.length > 0 && couldNotLoad(state, view.issues, () => void actions.loadPlan()),
    plan.issues.length > 0 && issueList(plan.issues),
    plan.conflicts.length > 0 && conflicts(state, plan, actions),
    plan.groups.filter(({ entries }) => entries.length > 0).map((one) => group(one)),
    bar(state, plan, actions),
  );
}

/** S5: somebody was in the form between the preview and 適用. */
function changedSince(state: State, plan: UpdatePlanView): VNode | null {
  if (state.plan.changed === '') return null;
  return h(
    'section',
    { class: 'note note-warning', id: 'changed-since', role: 'alert', tabindex: -1, key: 'changed-since' },
    p('note-title', 'まだ何も変えていません'),
    p('', state.plan.changed),
    p('', `いまのフォームで比べ直しました（${plan.seenAt}）。下の内容を確かめて、もう一度押してください。`),
  );
}

function stopped(plan: UpdatePlanView, actions: Actions): VNode | null {
  const half = plan.stopped;
  if (half === null) return null;
  const what = half.undoes ? '元に戻す作業' : '更新';
  return h(
    'section',
    { class: 'note note-warning', 'aria-label': '適用途中', key: 'stopped' },
    p(
      'note-title',
      span('mark mark-warning', '適用途中'),
      `${what}の${half.total}件のうち、${half.done}件まで済んでいます`,
    ),
    p(
      '',
      `${half.at} に ${half.by} が始め、途中で止まりました。下は残りの分です。済んだ分が二重になることはありません。`,
    ),
    !half.undoes &&
      h(
        'button',
        { type: 'button', class: 'link', on: { click: () => actions.showHistory(plan.form.formId) } },
        'この更新を取り消して、元に戻す',
      ),
  );
}

const tones: Readonly<Record<PlanGroupId | 'conflicts', string>> = {
  added: 'good',
  changed: 'new',
  kept: 'none',
  'left-out': 'none',
  conflicts: 'warning',
  refused: 'error',
};

function summary(plan: UpdatePlanView): VNode {
  const counts: readonly { id: PlanGroupId | 'conflicts'; label: string; amount: number }[] = [
    ...plan.groups
      .filter(({ id }) => id !== 'refused')
      .map(({ id, label, entries }) => ({ id, label, amount: entries.length })),
    { id: 'conflicts', label: '要判断', amount: plan.conflicts.length },
    ...plan.groups
      .filter(({ id }) => id === 'refused')
      .map(({ id, label, entries }) => ({ id, label, amount: entries.length })),
  ];
  return h(
    'section',
    { class: 'card summary', 'aria-label': 'まとめ' },
    p('headline data', plan.headline),
    ul(
      'counts',
      counts.map(({ id, label, amount }) => {
        const className = `count count-${amount === 0 ? 'zero' : tones[id]}`;
        const words = [span('count-label', label), span('count-amount', amount, span('unit', '件'))];
        return h(
          'li',
          { key: id },
          amount === 0
            ? span(className, words)
            : h(
                'button',
                { type: 'button', class: className, on: { click: () => jumpTo(`group-${id}`) } },
                words,
              ),
        );
      }),
    ),
    p(
      'marks',
      plan.from === plan.to
        ? span('mark mark-neutral', `ひな型 ${plan.to}`)
        : span('mark mark-neutral', `ひな型 ${plan.from} → ${plan.to}`),
      stateMark(plan.form.state),
      span('hint', `${plan.seenAt} のフォームと比べました`),
    ),
  );
}

function jumpTo(id: string): void {
  const at = document.getElementById(id);
  if (at instanceof HTMLDetailsElement) {
    at.open = true;
    at.querySelector('summary')?.focus();
  } else at?.focus();
  at?.scrollIntoView({ block: 'start' });
}

function conflicts(state: State, plan: UpdatePlanView, actions: Actions): VNode {
  return h(
    'section',
    { class: 'stack', 'aria-label': '要判断', key: 'conflicts' },
    h('h2', { id: 'group-conflicts', tabindex: -1 }, `要判断　${plan.conflicts.length}件`),
    p('hint', '色の付いた字が、前のひな型と違うところです。'),
    ul(
      'cards',
      plan.conflicts.map((one, index) => conflictCard(state, one, index + 1, actions)),
    ),
  );
}

function group({ id, label, hint, entries }: UpdatePlanView['groups'][number]): VNode {
  return h(
    'details',
    {
      class: 'group',
      key: `group-${id}`,
      id: `group-${id}`,
      open: id === 'added' || id === 'changed' || id === 'refused',
    },
    h('summary', {}, h2('', `${label}　${entries.length}件`), span('hint', hint)),
    ul('entries', entries.map(entry)),
  );
}

function entry(one: PlanEntryView): VNode {
  return h(
    'li',
    { class: 'entry', key: one.id },
    p(
      'entry-head',
      span('strong data', one.title),
      one.part !== '' && span('conflict-part data', one.part),
      ownershipMark(one.ownershipLabel),
    ),
    p('data', one.what),
    compared(one),
  );
}

function compared({ before, after }: PlanEntryView): Child {
  if (before === '' && after === '') return null;
  return div(
    'texts texts-pair',
    div('text-side', p('text-title', 'いま'), markedText(differing(before, after), 'del')),
    div('text-side text-theirs', p('text-title', '更新のあと'), markedText(differing(after, before), 'ins')),
  );
}

function bar(state: State, plan: UpdatePlanView, actions: Actions): VNode {
  const why = whyNot(plan, state.plan.choices);
  const changes = changesOf(plan, state.plan.choices);
  const nothing =
    changes === 0 && plan.conflicts.length === 0 && plan.from === plan.to && plan.stopped === null;
  if (state.busy?.id === 'apply') return div('bar-bottom', progress(state.plan.applied, '更新しています'));
  if (nothing) {
    return div(
      'bar-bottom',
      p('all-done', icon('check'), 'このフォームは最新です。変えるところはありません。'),
    );
  }
  const [next] = undecided(plan, state.plan.choices);
  return div(
    'bar-bottom',
    why !== '' &&
      h(
        'p',
        { class: 'why', id: 'why-not', role: 'status' },
        why,
        next !== undefined &&
          h(
            'button',
            { type: 'button', class: 'link', on: { click: () => jumpTo(`${conflictId(next)}`) } },
            '次の要判断へ',
          ),
      ),
    button(state, {
      id: 'apply',
      label: applyLabel(plan, changes),
      work: 'apply',
      working: '更新しています…',
      look: 'primary',
      wide: true,
      disabled: why !== '',
      onPress: () => void actions.applyUpdate(),
    }),
  );
}

function applyLabel(plan: UpdatePlanView, changes: number): string {
  if (plan.stopped !== null) return `続きを${plan.stopped.undoes ? '戻す' : '適用する'}（残り${changes}件）`;
  return changes === 0 ? `変えずにひな型 ${plan.to} にする` : `この内容で更新する（${changes}件）`;
}
