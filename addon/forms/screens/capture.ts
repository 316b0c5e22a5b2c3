/** ひな型として保存: write a form down as the draft of a template. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { h2, p } from '../../sidebar/dom/tags.ts';
import { button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { page } from '../../sidebar/parts/page.ts';
import { walkLine } from '../../sidebar/parts/walk.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

export function captureScreen(state: State, actions: Actions): VNode {
  const { address, title, faults, result } = state.capture;
  return page(
    false,
    walkLine(state, 'フォーム一覧', () => actions.back()),
    heading('ひな型として保存'),
    p(
      'lead',
      'Google フォームで作ったフォームを読み取り、ひな型の下書き（YAML のファイル）にします。フォームは変わりません。',
    ),
    h(
      'section',
      { class: 'card', 'aria-label': '保存するフォーム' },
      field({
        id: 'capture-address',
        label: 'フォームの編集ページのアドレス',
        value: address,
        type: 'url',
        required: true,
        placeholder: 'https://docs.google.com/forms/d/…/edit',
        fault: faults.address,
        onInput: (value) => actions.changeCapture('address', value),
      }),
      field({
        id: 'capture-title',
        label: 'ひな型の名前',
        value: title,
        required: true,
        fault: faults.title,
        onInput: (value) => actions.changeCapture('title', value),
      }),
      button(state, {
        label: '下書きを保存する',
        work: 'capture',
        working: '読み取っています…',
        look: 'primary',
        onPress: () => void actions.capture(),
      }),
    ),
    result !== null &&
      h(
        'section',
        { class: 'card', 'aria-label': '保存した下書き', key: 'result' },
        h2('', '保存した下書き'),
        p('data', `${result.fileName}（${result.questions}問）`),
        p('links', outsideLink(result.fileUrl, 'ドライブで開く')),
        result.issues.length > 0 && [
          p('', 'Google フォームから読み取れないことがあります。次のところは、下書きに書き足してください。'),
          issueList(result.issues),
        ],
      ),
  );
}
