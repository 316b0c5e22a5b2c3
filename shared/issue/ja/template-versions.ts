/** Words for what a new version of a template may not do to the released ones. */
import type { Words } from './words.ts';

export const templateVersionWords: Readonly<Record<string, Words>> = {
  'template.type-changed': {
    message: '{place}質問「{name}」の種類が、公開した版 {version} から変わっています（{before} → {after}）。',
    remedy:
      '前の回答が読めなくなります。この質問を閉じて（sections から除き、retired に key と since を書く）、新しい質問を別のキーで加え、replaces と field を書いてください。',
  },
  'template.field-changed': {
    message: '{place}キー「{name}」の項目が、公開した版 {version} から変わっています（{before} → {after}）。',
    remedy: 'キーを別のことに使い直さず、新しい質問には新しいキーを付けてください。',
  },
  'template.kind-changed': {
    message:
      '{place}キー「{name}」の値の種類が、公開した版 {version} から変わっています（{before} → {after}）。',
    remedy: '前の質問を閉じて（retired）、新しい質問を別のキーで加えてください。',
  },
  'template.key-dropped': {
    message: '{place}公開した版 {version} の質問「{name}」がなくなっています。',
    remedy: '前の回答が残るよう、retired に key「{name}」と since を書いてください。',
  },
  'template.retired-dropped': {
    message: '{place}公開した版 {version} の「閉じた質問」から「{name}」がなくなっています。',
    remedy: '前の回答が読めるよう、retired に戻してください。',
  },
  'template.version-same': {
    message: '{place}版 {version} は公開済みですが、内容が変わっています。',
    remedy: 'version を上げてください。公開した版（released の中）は変えられません。',
  },
  'template.version-lower': {
    message: '{place}版 {version} は、公開した版 {newest} より前です。',
    remedy: '{newest} より大きい version にしてください。',
  },
  'template.id-changed': {
    message: '{place}ひな型の id が、公開した版 {version} と違います（{before} → {after}）。',
    remedy: '同じひな型なら id を戻してください。別のひな型なら、別のフォルダーに置いてください。',
  },
  'template.flow-changed': {
    message: '{place}回答の扱い（flow）が、公開した版 {version} から変わっています（{before} → {after}）。',
    remedy: 'できたフォームの回答の行き先が変わってしまいます。別の id のひな型にしてください。',
  },
  'template.released-file': {
    message: '{place}公開した版のファイルを読めません。',
    remedy: 'released の中のファイルは、公開したときのまま残してください（例：released/1.0.0.yaml）。',
  },
  'template.other-id': {
    message: '--base（{base}）と --theirs（{theirs}）のひな型の id が違います。',
    remedy: '同じひな型の、古い版と新しい版を指してください。',
  },
};
