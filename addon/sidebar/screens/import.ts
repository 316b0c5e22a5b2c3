/** 台帳の取込み: choosing file and layout, then the look before it, then the run. */
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, p } from '../dom/tags.ts';
import { cases, count } from '../format.ts';
import { profileLabel, provisionalNote } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { figures, progressBar } from '../parts/figures.ts';
import { fileChoice } from '../parts/file-choice.ts';
import { issueList } from '../parts/issues.ts';
import { page, section } from '../parts/page.ts';
import { couldNotLoad } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';
import { importPreview } from './import-preview.ts';

export function importScreen(state: State, actions: Actions): VNode {
  const { preview, progress, run } = state.import;
  const finished = progress?.finished === true;
  const going = run !== 'idle' || (progress !== null && !finished);
  return page(
    preview.loading,
    walkLine(state, '台帳に戻る', () => actions.back()),
    heading('台帳の取込み'),
    finished
      ? result(state, actions)
      : going
        ? running(state, actions)
        : [
            trouble(state),
            fileChoice(state, actions),
            state.file.fileId !== '' && layoutChoice(state, actions),
            preview.issues.length > 0 &&
              couldNotLoad(state, preview.issues, () => void actions.previewImport()),
            preview.value !== null && importPreview(state, preview.value, actions),
          ],
  );
}

function layoutChoice(state: State, actions: Actions): VNode {
  const { profileId, preview } = state.import;
  const profiles = state.overview.value?.profiles ?? [];
  const profile = profiles.find((one) => one.id === profileId);
  return h(
    'section',
    { class: 'card', 'aria-label': '列の並び', key: 'layout' },
    h2('', '2. 列の並びを選ぶ'),
    field({
      id: 'import-profile',
      label: 'CSVの配置',
      value: profileId,
      options: profiles.map((one) => ({ value: one.id, label: profileLabel(one) })),
      onInput: (value) => actions.pickLayout(value),
    }),
    profile !== undefined && !profile.verified && provisionalNote('import'),
    button(state, {
      label: '中身を確かめる',
      work: 'import-preview',
      working: 'ファイルを読んでいます…',
      look: preview.value === null ? 'primary' : 'plain',
      wide: true,
      onPress: () => void actions.previewImport(),
    }),
    button(state, {
      label: 'このファイルの並びを覚えさせる',
      look: 'quiet',
      onPress: () => actions.openLearn('import'),
    }),
  );
}

function trouble(state: State): VNode | false {
  const { trouble: issues } = state.import;
  return (
    issues.length > 0 &&
    h(
      'section',
      { id: 'import-trouble', tabindex: -1, role: 'alert', 'aria-label': '取込みが止まりました' },
      issueList(issues),
    )
  );
}

function running(state: State, actions: Actions): VNode {
  const { progress, run, preview } = state.import;
  const total = progress?.total ?? preview.value?.rows ?? 0;
  const done = progress?.done ?? 0;
  return section(
    'card',
    '取込みの様子',
    h2('', run === 'idle' ? '取込みの途中です' : '取り込んでいます'),
    progressBar('import-progress', 'ここまで', done, total),
    trouble(state),
    run === 'idle'
      ? [
          p('', 'ここまでの分は台帳に入っています。続きから取り込めます。二重にはなりません。'),
          button(state, {
            id: 'import-go-on',
            label: '続きから取り込む',
            look: 'primary',
            wide: true,
            onPress: () => void actions.runImport(),
          }),
          button(state, { label: '別のファイルを選ぶ', look: 'quiet', onPress: () => actions.anotherFile() }),
        ]
      : [
          p(
            'hint',
            'ほかの画面に移っても続きます。この会議所キットを閉じると止まりますが、もう一度同じファイルを選べば続きから取り込めます。',
          ),
          button(state, {
            label: run === 'stopping' ? '止めています…' : 'いったん止める',
            disabled: run === 'stopping',
            onPress: () => actions.stopImport(),
          }),
        ],
  );
}

function result(state: State, actions: Actions): VNode | false {
  const { progress } = state.import;
  return (
    progress !== null &&
    h(
      'section',
      { class: 'card', 'aria-label': '取込みの結果', id: 'import-result', tabindex: -1 },
      h2('', '取込みが終わりました'),
      p('', `${count(progress.total)}行を読みました。`),
      figures([
        { label: '追加', amount: progress.added, tone: 'good' },
        { label: '変更', amount: progress.changed, tone: 'new' },
        { label: 'CSVにない', amount: progress.missing, tone: 'warning' },
      ]),
      progress.missing > 0 &&
        p(
          'hint',
          `CSVになかった${cases(progress.missing)}は、消さずに印を付けました。シート「台帳」で確かめてください。`,
        ),
      p('hint data', `取込番号　${progress.importId}`),
      div(
        'bar-row',
        button(state, { label: '別のファイル', look: 'quiet', onPress: () => actions.anotherFile() }),
        button(state, { label: '台帳に進む', look: 'primary', onPress: () => actions.go('register') }),
      ),
    )
  );
}
