/** 一覧: the chamber's forms, how each stands, and what can be done with it. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, p, span, ul } from '../../sidebar/dom/tags.ts';
import { day, shortTime } from '../../sidebar/format.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import type { FormCardView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { closePanelId } from '../actions/list.ts';
import type { State } from '../state.ts';
import { ownWords } from '../words.ts';
import { stateMark, updateMark } from './marks.ts';
import { termsName, termsPanel } from './terms.ts';

export function listScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.forms;
  if (value === null) {
    return page(
      loading,
      heading('フォーム'),
      issues.length > 0
        ? couldNotLoad(state, issues, () => void actions.loadForms())
        : skeleton([100, 100, 70]),
    );
  }
  if (!value.ready) {
    return page(
      false,
      heading('フォーム'),
      emptyState(
        '先に、会議所の名前などの準備を済ませてください。',
        p('', 'シートのメニュー「会議所キット」の「開く」を押すと、準備の画面が出ます。'),
      ),
    );
  }
  return page(
    loading,
    heading(
      'フォーム',
      button(state, {
        label: 'ひな型から作る',
        look: value.forms.length === 0 ? 'primary' : 'plain',
        onPress: () => actions.go('gallery'),
      }),
    ),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadForms()),
    value.forms.length === 0
      ? emptyState(
          'まだフォームがありません。',
          p('', '「ひな型から作る」を押し、ひな型を選ぶと、1分ほどでフォームができます。'),
        )
      : ul(
          'cards',
          value.forms.map((form) => formCard(state, form, actions)),
        ),
    value.strangers.length > 0 && strangers(state, actions),
  );
}

function formCard(state: State, form: FormCardView, actions: Actions): VNode {
  const canBeSeen = form.state.id !== 'missing' && form.state.id !== 'making';
  return h(
    'li',
    { class: 'card form-card', key: form.formId, 'aria-label': form.title },
    div(
      'form-head',
      div(
        'form-words',
        h2('data', form.title),
        p(
          'marks',
          stateMark(form.state),
          updateMark(form),
          span('mark mark-neutral', `ひな型 ${form.version}`),
        ),
        p('hint', facts(state, form)),
      ),
      form.update.id !== 'no-template' &&
        canBeSeen &&
        button(state, {
          label: updateLabel(form),
          look: form.update.id === 'newest' ? 'plain' : 'primary',
          spoken: `${form.title}：${updateLabel(form)}`,
          onPress: () => actions.showPlan(form.formId),
        }),
    ),
    form.state.id === 'missing' &&
      p(
        'note note-warning',
        'フォームを開けません。削除されたか、開く権限がありません。フォームの持ち主に確かめてください。',
      ),
    form.state.id === 'unpublished' &&
      p('note note-warning', '事業者はまだ開けません。「受付を始める」を押すと公開されます。'),
    state.terms.formId === form.formId
      ? termsPanel(state, form, actions)
      : state.closing === form.formId
        ? closePanel(state, form, actions)
        : deeds(state, form, canBeSeen, actions),
  );
}

function facts(state: State, form: FormCardView): string {
  return [
    form.closesOn === '' ? '締切なし' : `締切 ${day(form.closesOn)}`,
    form.places === null ? '' : form.places === '' ? '定員なし' : `定員 ${form.places}`,
    form.ownChanges === null ? '' : ownWords(form.ownChanges),
    form.templateTitle === '' || form.title.includes(form.templateTitle)
      ? ''
      : `元のひな型「${form.templateTitle}」`,
    `作成 ${shortTime(form.madeAt, state.today)}`,
  ]
    .filter((text) => text !== '')
    .join('・');
}

function updateLabel({ update }: FormCardView): string {
  if (update.id === 'in-progress') return '続きを見る';
  return update.id === 'available' ? '更新を見る' : 'ひな型との違いを見る';
}

function deeds(state: State, form: FormCardView, canBeSeen: boolean, actions: Actions): VNode | null {
  if (!canBeSeen) return null;
  const quiet = (label: string, onPress: () => void, work?: string, working?: string): Child =>
    button(state, {
      label,
      look: 'quiet',
      spoken: `${form.title}：${label}`,
      ...(work === undefined ? {} : { work }),
      ...(working === undefined ? {} : { working }),
      onPress,
    });
  return div(
    'deeds',
    p('links', outsideLink(form.publishedUrl, '回答ページ'), outsideLink(form.editUrl, '編集ページ')),
    div(
      'deed-buttons',
      form.state.id === 'open'
        ? quiet('受付を止める', () => actions.askClose(form.formId))
        : quiet(
            form.state.id === 'closed' ? '受付を再開' : '受付を始める',
            () => void actions.openForm(form.formId),
            `open:${form.formId}`,
            '始めています…',
          ),
      quiet(termsName(form), () => actions.showTerms(form)),
      quiet('履歴', () => actions.showHistory(form.formId)),
      quiet('ひな型として保存', () => actions.showCapture(form)),
    ),
  );
}

function closePanel(state: State, form: FormCardView, actions: Actions): VNode {
  return panel(
    state,
    {
      title: `「${form.title}」の受付を止めますか`,
      headingId: closePanelId,
      cancel: () => actions.askClose(''),
      confirm: {
        label: '受付を止める',
        work: `close:${form.formId}`,
        working: '止めています…',
        onPress: () => void actions.closeForm(form.formId),
      },
    },
    p('', '止めると、新しい回答は届かなくなります。集まった回答は残り、いつでも再開できます。'),
  );
}

function strangers(state: State, actions: Actions): VNode {
  const list = state.forms.value?.strangers ?? [];
  return h(
    'section',
    { class: 'card', 'aria-label': '一覧にないフォーム' },
    h2('', '一覧にないフォーム'),
    p(
      '',
      'このシートに回答が届いていますが、ひな型とつながっていません。取り込むと、ひな型の更新を受け取れます。',
    ),
    ul(
      'plain-list',
      list.map(({ address, title }) =>
        h(
          'li',
          { class: 'stranger', key: address },
          span('data', title),
          button(state, {
            label: '取り込む',
            spoken: `「${title}」を取り込む`,
            onPress: () => {
              actions.go('adopt');
              actions.changeAddress(address);
              void actions.lookAt('');
            },
          }),
        ),
      ),
    ),
  );
}
