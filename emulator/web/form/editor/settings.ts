/** The settings of a form: who may answer, what is shown before and after. */
import { html, type Markup } from '../../core/html.ts';
import { type EditorView, editForm, saveButton } from './cards.ts';
import { area, toggle } from './fields.ts';

interface State {
  readonly words: string;
  readonly tone: 'on' | 'off';
  readonly buttons: readonly (readonly [action: string, label: string])[];
}

function stateOf({ form }: EditorView): State {
  if (!form.published) {
    return { words: '公開していません', tone: 'off', buttons: [['publish', '公開する']] };
  }
  if (!form.acceptingResponses) {
    return {
      words: '公開中・受付は停止しています',
      tone: 'off',
      buttons: [
        ['accept', '受付を再開する'],
        ['unpublish', '公開をやめる'],
      ],
    };
  }
  return {
    words: '公開中・回答を受け付けています',
    tone: 'on',
    buttons: [
      ['stop', '受付を停止する'],
      ['unpublish', '公開をやめる'],
    ],
  };
}

/** One line that says whether the form takes answers. */
export function stateChip(view: EditorView): Markup {
  const { words, tone } = stateOf(view);
  return html`<span class="state state--${tone}">${words}</span>`;
}

export function settingsBody(view: EditorView): Markup {
  const { form } = view;
  const { buttons } = stateOf(view);
  const group = (title: string, body: Markup): Markup =>
    html`<section class="card card--plain"><h2 class="card__heading">${title}</h2>${body}</section>`;
  return html`${group(
    '公開と受付',
    html`<p>${stateChip(view)}</p><form class="card__form" method="post" action="${view.action}" aria-label="公開と受付"><input type="hidden" name="item" value=""><input
  type="hidden" name="tab" value="settings"><div class="card__tools">${buttons.map(
    ([action, label]) =>
      html`<button class="button button--quiet" name="do" value="${action}">${label}</button>`,
  )}</div></form>`,
  )}${group(
    '設定',
    editForm(
      view,
      '',
      '設定',
      html`<input type="hidden" name="tab" value="settings"><div class="switches switches--tall">${toggle('メールアドレスを集める', 'collectEmail', form.collectEmail)}${toggle(
        '回答は1人1回にする',
        'limitOneResponsePerUser',
        form.limitOneResponsePerUser,
      )}${toggle('送信したあとで回答を編集できる', 'allowResponseEdits', form.allowResponseEdits)}${toggle(
        '進み具合を表示する',
        'progressBar',
        form.progressBar,
      )}${toggle('質問の順をまぜる', 'shuffleQuestions', form.shuffleQuestions)}${toggle(
        '「別の回答を送信する」を表示する',
        'showLinkToRespondAgain',
        form.showLinkToRespondAgain,
      )}${toggle('集計を回答者に見せる', 'publishingSummary', form.publishingSummary)}</div>${area(
        '送信したあとの文',
        'confirmationMessage',
        form.confirmationMessage,
      )}${area('受付を停止したときの文', 'closedMessage', form.closedMessage)}<div class="card__save">${saveButton}</div>`,
    ),
  )}`;
}
