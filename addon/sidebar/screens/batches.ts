/** The files that went out: download, and whether the core system took them in. */
import type { BatchView } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, h2, p, span, ul } from '../dom/tags.ts';
import { cases, shortTime } from '../format.ts';
import { provisionalMark } from '../parts/badge.ts';
import { button, outsideLink } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { pairs } from '../parts/page.ts';
import { couldNotLoad, skeleton } from '../parts/waiting.ts';
import type { State } from '../state.ts';

const tones = { made: 'warning', imported: 'good', failed: 'error' } as const;

export function batchList(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.csv.batches;
  return h(
    'section',
    { 'aria-label': '出したCSV', class: 'batches' },
    h2('', '出したCSV'),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.reloadCsv()),
    value === null
      ? loading && skeleton([80, 60])
      : value.length === 0
        ? p('blank', 'まだCSVを出していません。')
        : ul(
            'cards',
            value.map((batch) => batchCard(state, batch, actions)),
          ),
  );
}

function batchCard(state: State, batch: BatchView, actions: Actions): VNode {
  const { marking, remade } = state.csv;
  return h(
    'li',
    { class: 'card', key: batch.batchId, id: `batch-${batch.batchId}`, tabindex: -1 },
    p(
      'marks',
      span(`mark mark-${tones[batch.state]}`, batch.stateLabel),
      span('mark mark-neutral', batch.kindLabel),
      provisionalMark(batch.profileVerified),
      span('strong', cases(batch.rows)),
    ),
    p('file-name data', batch.fileName),
    p('hint data', `${shortTime(batch.madeAt, state.today)}　${batch.by}　${batch.profileName}`),
    batch.state === 'failed' &&
      p(
        'note note-warning',
        'この回の分は「出力待ち」に戻っています。原因を直してから、もう一度CSVを出してください。このファイルは、もう取り込まないでください。',
      ),
    batch.state === 'made' &&
      p('hint', 'ファイルを保存して基幹システムに取り込み、どうなったかを下のボタンで記録してください。'),
    p('links', outsideLink(batch.fileUrl, 'ファイルを開く・保存する')),
    batch.state === 'made' &&
      (marking?.batchId === batch.batchId
        ? markForm(state, marking, actions)
        : h(
            'div',
            { class: 'bar-row', role: 'group', 'aria-label': '基幹システムへの取込の結果' },
            button(state, {
              label: '取込済',
              icon: 'check',
              onPress: () => actions.startMark(batch.batchId, 'imported'),
            }),
            button(state, {
              label: '取込失敗',
              look: 'quiet',
              onPress: () => actions.startMark(batch.batchId, 'failed'),
            }),
          )),
    h(
      'details',
      { class: 'more', key: 'receipt' },
      h('summary', {}, '控え'),
      pairs([
        ['回の番号', batch.batchId],
        ['出した・保留', `${cases(batch.rows)}・${cases(batch.held)}`],
        ['代わりの文字', batch.substitutes.join('、')],
        ['確かめたこと', batch.checked.join('、')],
        ['未確認', batch.notChecked.join('、')],
      ]),
      dl('pair', dt('', '照合の値'), dd('hash', batch.sha256)),
      p('hint', '照合の値（SHA-256）が同じなら、手元のファイルは出したときのままです。'),
      button(state, {
        label: '同じファイルを作り直す',
        work: `remake-${batch.batchId}`,
        working: '作り直しています…',
        spoken: `${batch.batchId}と同じファイルを作り直す`,
        onPress: () => void actions.remakeBatch(batch.batchId),
      }),
      remade?.batchId === batch.batchId &&
        h(
          'p',
          {
            class: `note note-${remade.same ? 'good' : 'error'}`,
            id: `remade-${batch.batchId}`,
            tabindex: -1,
            role: 'status',
          },
          remade.same
            ? '同じ中身のファイルを作りました。'
            : '中身が前と違います。使わずに、担当者に知らせてください。',
          outsideLink(remade.fileUrl, '開く・保存する'),
        ),
    ),
  );
}

function markForm(state: State, marking: NonNullable<State['csv']['marking']>, actions: Actions): VNode {
  const failed = marking.result === 'failed';
  return h(
    'div',
    {
      class: 'mark-form',
      on: {
        keydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.isComposing)
            actions.cancelMark();
        },
      },
    },
    p(
      '',
      failed
        ? '取込失敗を記録すると、この回の分はすべて「出力待ち」に戻ります。'
        : '基幹システムに入ったことを確かめてから記録してください。',
    ),
    field({
      id: 'mark-note',
      label: failed ? '何が起きたか（分かる範囲で）' : 'メモ（任意）',
      value: marking.note,
      placeholder: failed ? '例：12行目で郵便番号のエラー' : '例：全件の取込を確認',
      onInput: (note) => actions.changeMarkNote(note),
    }),
    div(
      'bar-row',
      button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.cancelMark() }),
      button(state, {
        label: failed ? '取込失敗を記録' : '取込済を記録',
        work: 'mark',
        working: '記録しています…',
        look: failed ? 'danger' : 'primary',
        onPress: () => void actions.sendMark(),
      }),
    ),
  );
}
