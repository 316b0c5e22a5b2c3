/** Words for the bundle of regulations in Drive: its folder, its files, the making of it. */
import type { Words } from './words.ts';

export const rulesBundleWords: Readonly<Record<string, Words>> = {
  'rules.no-folder': {
    message: '規程を入れるフォルダーが決まっていません。',
    remedy:
      '「規程の束」の画面で、フォルダー「規程の束」を作るか、規程の入っているフォルダーのアドレスを入れてください。',
  },
  'rules.folder-address': {
    message: '「{value}」は、開けるフォルダーのアドレスではありません。',
    remedy:
      'Google ドライブでフォルダーを開き、ブラウザーのアドレス（https://drive.google.com/drive/folders/…）をそのまま貼ってください。開けないときは、フォルダーの持ち主に共有を頼んでください。',
  },
  'rules.folder-closed': {
    message: '規程のフォルダー「{folder}」を開けません。',
    remedy:
      'フォルダーがごみ箱にないか、あなたに共有されているかを確かめてください。移したときは、新しいフォルダーを選び直してください。',
  },
  'rules.folder-empty': {
    message: 'フォルダー「{folder}」に、読める規程がありません。',
    remedy:
      '規程を Google ドキュメントにして入れてください。テキスト、HTML、Markdown と、命令（cci corpus build）で作った束もそのまま入れられます。',
  },
  'rules.too-many': {
    message: 'フォルダー「{folder}」のファイルが多すぎます（{count} 件、上限 {limit} 件）。',
    remedy: '規程だけを入れたフォルダーを別に作り、それを選んでください。',
  },
  'rules.open-as-doc': {
    message: '「{file}」は、この画面では読めません。',
    remedy:
      'ドライブでファイルを開き、「Google ドキュメントとして保存」で、ドキュメントにしたものを同じフォルダーに置いてください。または、パソコンの命令（cci corpus build）で束を作り、その束をフォルダーに入れてください。',
  },
  'rules.being-built': {
    message: 'いま、{person} さんが規程の束を作っています。',
    remedy: '終わってから、もう一度押してください。途中で止まったときも、7分ほどで押せるようになります。',
  },
  'rules.bundle-incomplete': {
    message: 'フォルダーの束に、目録にあるファイル「{file}」がありません。',
    remedy: '命令（cci corpus build）で作ったフォルダーの中身を、すべて入れ直してください。',
  },
  'rules.bundle-manifest': {
    message: 'フォルダーの manifest.json を読めません。',
    remedy: '命令（cci corpus build）で作り直したものに置き換えるか、manifest.json を外してください。',
  },
  'rules.bundle-only': {
    message: '「{file}」は束に入れませんでした。',
    remedy:
      'フォルダーに命令で作った束（manifest.json）があるので、束だけを読みました。ドキュメントから作るときは、束のファイルを別のフォルダーへ移してください。',
  },
  'rules.changed': {
    message: '規程の束が、画面を開いたあとに作り直されました。',
    remedy: '「もう一度読み込む」を押してください。',
  },
  'rules.closed': {
    message: '規程の束のファイルを開けません。',
    remedy:
      'フォルダー「ノートブック用」の中の「控え」が消されたか、あなたに共有されていません。共有を確かめ、「規程の束」の画面でもう一度作ってください。',
  },
  'corpus.doc.list-numbers': {
    message: '「{file}」の自動の番号 {count} か所を、1. 2. 3. の順に数えて読みました。',
    remedy:
      '「第1条」のような番号を箇条書きの機能で付けているときは、文字として打ち直してください。番号の形までは Google から読めません。',
  },
  'corpus.doc.tabs': {
    message: '「{file}」には、タブが {count} つあります。上から順に読みました。',
    remedy: '別の規程がタブに入っているときは、ドキュメントを分けてください。',
  },
};
