/** Words for weights of a survey and for the store of its waves. */
import type { Words } from './words.ts';

export const surveyCountWords: Readonly<Record<string, Words>> = {
  'survey.weight.no-population': {
    message: '母集団の事業者数がないので、重みを付けずに集計しました。',
    remedy: '重みを付けるときは、業種などの区分ごとの事業者数を指定してください。',
  },
  'survey.weight.empty': {
    message: '「{group}」には回答がないので、重みを付けずに集計しました。',
    remedy: '回答を集めるか、この区分を隣の区分とまとめた事業者数を指定してください。',
  },
  'survey.weight.thin': {
    message: '「{group}」の回答は {answers} 件で {least} 件に満たないので、重みを付けずに集計しました。',
    remedy: '回答を集めるか、この区分を隣の区分とまとめた事業者数を指定してください。',
  },
  'survey.weight.no-businesses': {
    message: '「{group}」に回答が {answers} 件ありますが、事業者数がないので、重みを付けずに集計しました。',
    remedy: '事業者数の表に、この区分の行を加えてください。',
  },
  'survey.weight.totals-differ': {
    message: '事業者数の表どうしで合計が違うので（{least} と {most}）、重みを付けずに集計しました。',
    remedy: '同じ時点・同じ範囲の事業者数の表にそろえてください。',
  },
  'survey.weight.no-fit': {
    message:
      '事業者数の表を同時に満たす重みがないので、重みを付けずに集計しました（{rounds} 回で収まらず）。',
    remedy: '区分を減らすか、回答のない組合せがないように区分をまとめてください。',
  },
  'survey.store.wave': {
    message: '「{wave}」は、この調査の回として読めません。',
    remedy: '毎月の調査は 2026-10、毎年の調査は 2026 のように指定してください。',
  },
  'survey.store.not-a-store': {
    message: 'フォルダー「{folder}」に、保管した回がありません。',
    remedy: '先に cci survey store load で回答を入れてください。フォルダーの名前も確かめてください。',
  },
  'survey.store.damaged': {
    message: '保管庫の記録「{file}」を読めません。',
    remedy: 'その回の回答を、もう一度 cci survey store load で入れてください。',
  },
  'survey.store.file-missing': {
    message: '{survey} の {wave} のデータ「{file}」がありません。',
    remedy: 'その回の回答を、もう一度 cci survey store load で入れてください。',
  },
  'survey.store.table': {
    message: '表「{name}」はありません。',
    remedy: '使える表：{known}。',
  },
  'survey.store.sql-or-table': {
    message: '問い合わせが決まりません。',
    remedy: '--sql か --table のどちらか一方を指定してください。',
  },
  'survey.store.sql': {
    message: '問い合わせを実行できません：{reason}。',
    remedy: '表と列の名前を確かめてください。表の一覧は --table list で出ます。',
  },
  'survey.store.beyond-sheets': {
    message:
      'この回の回答は {cells} セルになり、Google スプレッドシート一つの上限（1,000 万セル）を超えます。',
    remedy: 'スプレッドシートには入りません。保管庫に入れ、表や報告だけをシートに移してください。',
  },
  'survey.store.waves-beyond-sheets': {
    message:
      'この調査の {waves} 回分は {cells} セルになり、Google スプレッドシート一つの上限（1,000 万セル）を超えます。',
    remedy: '全部の回を一つのシートには置けません。比べるときは保管庫に問い合わせてください。',
  },
  'survey.store.target': {
    message: 'BigQuery の行き先「{name}」が読めません。',
    remedy: '「プロジェクト.データセット」の形で指定してください（例：mihon-project.surveys）。',
  },
  'survey.store.job': {
    message: 'BigQuery が読込みを受け付けませんでした：{reason}。',
    remedy:
      '権限（BigQuery データ編集者とジョブユーザー）とデータセットの場所を確かめ、同じ命令をもう一度実行してください。',
  },
};
