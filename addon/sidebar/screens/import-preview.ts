/** The look before an import: what would change, which columns are taken, what was not understood. */
import type { ImportPreview, ImportSample } from '../../view/ledger-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, h3, li, p, span, ul } from '../dom/tags.ts';
import { cases, count } from '../format.ts';
import { button } from '../parts/button.ts';
import { figures } from '../parts/figures.ts';
import { issueList } from '../parts/issues.ts';
import { fold, section } from '../parts/page.ts';
import type { State } from '../state.ts';

export function importPreview(state: State, preview: ImportPreview, actions: Actions): VNode {
  const taken = preview.columns.filter((one) => one.label !== '');
  const left = preview.columns.filter((one) => one.label === '');
  const nothing = preview.added + preview.changed + preview.missing === 0;
  return h(
    'section',
    { class: 'stack', 'aria-label': '取り込む前の確認', key: 'preview' },
    h('h2', { id: 'preview-heading', tabindex: -1 }, '3. 中身を確かめる'),
    p('hint data', `${preview.file.name}　${count(preview.rows)}行。まだ台帳は変わっていません。`),
    figures([
      { label: '追加', amount: preview.added, tone: 'good' },
      { label: '変更', amount: preview.changed, tone: 'new' },
      { label: '同じ', amount: preview.unchanged },
    ]),
    (preview.missing > 0 || preview.leftOut > 0) &&
      ul(
        'plain-list note note-warning',
        preview.missing > 0 &&
          li(
            '',
            `台帳にあってCSVにない事業所が${cases(preview.missing)}あります。消さずに残し、印を付けます。`,
          ),
        preview.leftOut > 0 &&
          li(
            '',
            `事業所番号がない、または重なっている行が${cases(preview.leftOut)}あります。この行は取り込みません。`,
          ),
      ),
    preview.report.length > 0 &&
      section(
        '',
        '気になるところ',
        h3('', `気になるところ（${cases(preview.report.length)}）`),
        issueList(preview.report),
      ),
    fold(
      {
        key: 'columns',
        title: '列の読み方',
        beside: `${taken.length} / ${preview.columns.length}列を使う`,
        open: left.length > 0 && left.length <= 3,
      },
      columns('使わない列', left),
      columns('使う列', taken),
    ),
    samples(preview.sample, preview.added + preview.changed),
    preview.blocked
      ? h(
          'p',
          { class: 'note note-error', role: 'alert' },
          'このままでは取り込めません。上の「直す」を片付けるか、配置を選び直してください。',
        )
      : nothing
        ? p('all-done', '台帳と同じ内容です。取り込むものはありません。')
        : button(state, {
            label: 'この内容で取り込む',
            work: 'import',
            look: 'primary',
            wide: true,
            onPress: () => void actions.runImport(),
          }),
  );
}

function columns(title: string, list: ImportPreview['columns']): VNode | false {
  return (
    list.length > 0 &&
    div(
      'field-line',
      p('hint', title),
      ul(
        'columns',
        list.map((one) =>
          li(
            'data',
            one.header,
            one.label !== '' && one.label !== one.header && span('hint', ` → ${one.label}`),
          ),
        ),
      ),
    )
  );
}

function samples(list: readonly ImportSample[], total: number): VNode | false {
  return (
    list.length > 0 &&
    fold(
      { key: 'sample', title: '変わる事業所の例', beside: cases(list.length) },
      list.map((one) =>
        div(
          'field-line',
          p(
            'marks',
            span(
              `mark mark-${one.kind === 'added' ? 'good' : 'new'}`,
              one.kind === 'added' ? '追加' : '変更',
            ),
            span('strong data', one.name),
            span('hint', one.businessNumber),
          ),
          one.kind === 'changed' &&
            dl(
              'pair',
              one.changes.map((change) => [
                dt('', change.label),
                dd(
                  'data',
                  span('before', change.before === '' ? '（空）' : change.before),
                  ' → ',
                  span('after', change.after === '' ? '（空）' : change.after),
                ),
              ]),
            ),
        ),
      ),
      total > list.length && p('hint', `ほか${cases(total - list.length)}。`),
    )
  );
}
