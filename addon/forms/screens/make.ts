/** 作成: fill in what the template leaves open, look at the whole form, make it. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { dd, div, dl, dt, h2, p } from '../../sidebar/dom/tags.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import { walkLine } from '../../sidebar/parts/walk.ts';
import type { FillInView, TemplateCardView } from '../../view/forms-protocol.ts';
import type { IssueView } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { fillInId, templateOf } from '../actions/make.ts';
import type { State } from '../state.ts';
import { formPreview } from './preview.ts';

export function makeScreen(state: State, actions: Actions): VNode {
  const template = templateOf(state);
  const { preview } = state.make;
  if (template === null) return page(false, heading('ひな型から作る'), skeleton([100]));
  const problems = typedProblems(state);
  return page(
    preview.loading,
    walkLine(state, 'ひな型の一覧', () => actions.back()),
    heading(`「${template.title}」を作る`),
    div(
      'make',
      div(
        'make-values',
        template.fillIns.length > 0 && fillIns(state, template.fillIns, actions),
        chamberValues(template),
        problems.length > 0 && issueList(problems, jumpTo),
      ),
      h(
        'section',
        { class: 'make-preview', 'aria-label': '回答する人に見える形' },
        div(
          'preview-head',
          h2('', '回答する人に見える形'),
          preview.value !== null &&
            (state.make.stale || preview.loading) &&
            p('hint', '書いた内容を映しています…'),
        ),
        preview.issues.length > 0
          ? couldNotLoad(state, preview.issues, () => void actions.loadPreview())
          : preview.value === null
            ? skeleton([100, 80, 100, 60])
            : formPreview(preview.value),
      ),
    ),
    div(
      'bar-bottom',
      p('hint center', '作ると公開され、すぐに回答を受け付けます。集まった回答はこのシートに入ります。'),
      button(state, {
        label: 'このフォームを作る',
        work: 'create',
        working: 'フォームを作っています…',
        look: 'primary',
        wide: true,
        onPress: () => void actions.createForm(),
      }),
    ),
  );
}

/** What the server found wrong with what was typed; what is still blank is asked for when the button is pressed. */
function typedProblems({ make }: State): readonly IssueView[] {
  const { preview, values, faults } = make;
  return (preview.value?.issues ?? []).filter(
    ({ key }) => (values[key] ?? '').trim() !== '' && faults[key] === undefined,
  );
}

function jumpTo(key: string): void {
  document.getElementById(fillInId(key))?.focus();
}

const linesOf: Readonly<Partial<Record<FillInView['type'], number>>> = { paragraph: 4, lines: 4 };

function fillIns(state: State, list: readonly FillInView[], actions: Actions): VNode {
  const { values, faults } = state.make;
  return h(
    'section',
    { class: 'card', 'aria-label': '書き入れること' },
    h2('', '書き入れること'),
    list.map((one) =>
      field({
        id: fillInId(one.key),
        label: one.label,
        value: values[one.key] ?? '',
        required: one.required,
        lines: linesOf[one.type] ?? 0,
        type: one.type === 'date' ? 'date' : 'text',
        hint:
          one.type === 'lines'
            ? [one.hint, '1行に1つずつ書きます。'].filter((text) => text !== '').join(' ')
            : one.hint || undefined,
        fault: faults[one.key],
        onInput: (value) => actions.changeValue(one.key, value),
      }),
    ),
  );
}

function chamberValues({ chamber }: TemplateCardView): VNode | null {
  if (chamber.length === 0) return null;
  const missing = chamber.filter(({ value }) => value === '').map(({ label }) => label);
  return h(
    'section',
    { class: 'card', 'aria-label': '会議所の値' },
    h2('', '会議所の値'),
    dl(
      'pair',
      chamber.map(({ label, value }) => [
        dt('', label),
        dd('data', value === '' ? '（まだありません）' : value),
      ]),
    ),
    missing.length > 0
      ? p(
          'note note-warning',
          `${missing.join('・')}がまだありません。その部分を除いて作ります。先に、シートのメニュー「開く」から準備の画面で書いておくと、フォームに入ります。`,
        )
      : p('hint', '準備の画面に書いた内容です。フォームの文に入ります。'),
  );
}

/** What to do now that it stands. */
export function madeScreen(state: State, actions: Actions): VNode {
  const { made } = state.make;
  if (made === null) return page(false, heading('フォーム'), emptyState('作ったフォームはありません。'));
  return page(
    false,
    heading('フォームができました'),
    h(
      'section',
      { class: 'card', 'aria-label': made.title },
      h2('data', made.title),
      h('label', { for: 'made-address' }, '回答ページのアドレス'),
      h('input', {
        id: 'made-address',
        class: 'input',
        readonly: true,
        value: made.publishedUrl,
        on: {
          focus: (event) => {
            if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
          },
        },
      }),
      p('hint', 'このアドレスを、メールや会報、ホームページで知らせてください。'),
      p(
        'links',
        outsideLink(made.publishedUrl, '回答ページを見る'),
        outsideLink(made.editUrl, '編集ページで設問を直す'),
      ),
    ),
    h(
      'section',
      { class: 'card', 'aria-label': 'このあと' },
      h2('', 'このあと'),
      p(
        '',
        '設問の文や選択肢、順番は、編集ページで自由に直せます。直したところは、ひな型が新しくなっても残ります。',
      ),
    ),
    div(
      'bar-row',
      button(state, { label: 'フォーム一覧へ', look: 'primary', onPress: () => actions.go('list') }),
      button(state, { label: '別のひな型で作る', look: 'quiet', onPress: () => actions.go('gallery') }),
    ),
  );
}
