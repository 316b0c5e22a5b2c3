/** Choosing a CSV file: from this computer, or from the chamber's folder in Drive. */
import type { LedgerFileView } from '../../view/ledger-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, p } from '../dom/tags.ts';
import { shortTime, size } from '../format.ts';
import type { State } from '../state.ts';
import { outsideLink } from './button.ts';
import { radios } from './choice.ts';
import { section } from './page.ts';
import { couldNotLoad, skeleton } from './waiting.ts';

export function fileChoice(state: State, actions: Actions): VNode {
  const { files, fileId, tooLarge } = state.file;
  const sending = state.busy?.id === 'upload';
  return section(
    'card',
    'CSVファイル',
    h2('', '1. CSVファイルを選ぶ'),
    div(
      'upload',
      h('input', {
        id: 'csv-file',
        class: 'upload-input',
        type: 'file',
        accept: '.csv,.txt,text/csv,text/plain',
        'aria-disabled': state.busy !== null || state.import.run !== 'idle' ? 'true' : undefined,
        on: {
          change: (event) => {
            const input = event.currentTarget;
            if (!(input instanceof HTMLInputElement)) return;
            const [file] = input.files ?? [];
            if (file !== undefined && state.busy === null && state.import.run === 'idle')
              void actions.sendFile(file);
            input.value = '';
          },
        },
      }),
      h(
        'label',
        { for: 'csv-file', class: sending ? 'button button-plain is-working' : 'button button-plain' },
        sending && h('span', { class: 'spinner', 'aria-hidden': 'true' }),
        sending ? 'ファイルを送っています…' : 'このパソコンから選ぶ',
      ),
    ),
    files.issues.length > 0 && couldNotLoad(state, files.issues, () => void actions.loadFiles()),
    tooLarge !== '' &&
      files.value !== null &&
      h(
        'div',
        { class: 'note note-warning', id: 'too-large', tabindex: -1, role: 'alert' },
        p(
          '',
          `「${tooLarge}」は大きいため（${size(files.value.uploadLimit)}まで）、ここからは送れません。下のフォルダーにファイルを入れ、この画面の「台帳」を開き直して選んでください。`,
        ),
      ),
    files.value === null
      ? files.loading && skeleton([80, 60])
      : [
          files.value.files.length > 0 &&
            radios({
              id: 'ledger-file',
              legend: `フォルダー「${files.value.folderName}」にあるファイル`,
              value: fileId,
              options: files.value.files.map((file) => ({
                value: file.fileId,
                label: file.name,
                hint: fileWords(file, state.today),
              })),
              onPick: (id) => actions.pickFile(id),
            }),
          p('links', outsideLink(files.value.folderUrl, 'フォルダーを開く')),
        ],
  );
}

function fileWords(file: LedgerFileView, today: string): string {
  return `${size(file.bytes)}　${shortTime(file.updatedAt, today)}`;
}
