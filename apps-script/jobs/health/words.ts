/** What 点検 says of each check: what it is, why it matters, how it is mended, what the button says. */

export interface CheckWords {
  readonly label: string;
  readonly why: string;
  readonly how: string;
  /** '' where no button mends it. */
  readonly button: string;
}

export const checkWords = {
  sheets: {
    label: '表がそろっている',
    why: '表が足りないと、回答の取込みや出力が止まります。',
    how: '「準備をやり直す」を押してください。入力した内容は消えません。名前を変えた表があれば、元の名前に戻してください。',
    button: '準備をやり直す',
  },
  version: {
    label: '会議所キットの版',
    why: '新しい版に合わせて、表と設定を整える必要があります。',
    how: '「準備をやり直す」を押してください。入力した内容は消えません。',
    button: '準備をやり直す',
  },
  scopes: {
    label: 'Google の権限',
    why: '権限が足りないと、その機能だけが動かなくなります。',
    how: '会議所キットを開き直し、表示される同意の画面で許可してください。',
    button: '',
  },
  hourly: {
    label: '1時間ごとの自動実行',
    why: '送信時に取り込めなかった回答と、順番を待つメールを進めます。',
    how: '「このアカウントで動かす」を押してください。',
    button: 'このアカウントで動かす',
  },
  collected: {
    label: '最後の取込み',
    why: '2時間以上動いていないときは、回答が届いていても受付に出てきません。',
    how: '「いま取り込む」を押してください。続けて止まるときは、自動実行の担当者を引き継いでください。',
    button: 'いま取り込む',
  },
  trigger: {
    label: '送信時の取込み',
    why: 'トリガーは作った人のアカウントで動きます。その人が退職すると止まります。',
    how: '「このアカウントで動かす」を押してください。前の担当者のトリガーが残っていても、二重には取り込みません。',
    button: 'このアカウントで動かす',
  },
  open: {
    label: '公開と受付',
    why: '公開していないと、事業者が回答できません。',
    how: '「受付を始める」を押してください。',
    button: '受付を始める',
  },
  update: {
    label: 'ひな型の版',
    why: 'ひな型の新しい版には、日商の直しが入っています。更新の途中で止まったフォームは、質問の一部が古いままです。',
    how: '「フォームの作成と更新」を開き、このフォームの更新を進めてください。',
    button: '',
  },
  linked: {
    label: '回答シート',
    why: '回答の控えが、このブックのシートに残らなくなります。',
    how: '「つなぎ直す」を押してください。',
    button: 'つなぎ直す',
  },
  questions: {
    label: '質問',
    why: '閉じた質問は、これまでの回答のために残しています。外した質問の答えは届きません。',
    how: '',
    button: '',
  },
  quota: {
    label: '今日送れるメール',
    why: '上限に達すると、残りのメールは翌日に送られます。',
    how: '翌日に自動で続きます。急ぐものは電話で連絡してください。',
    button: '',
  },
  layout: {
    label: 'CSVの配置',
    why: '仮の配置は、実際の基幹システムで確かめていない並びです。',
    how: '少ない件数で取り込めることを確かめたら、CSVの画面で「確認済み」にしてください。',
    button: '',
  },
  secrets: {
    label: 'リンクの鍵',
    why: '鍵がないと、事業所ごとのリンクを確かめられません。',
    how: '「鍵を作り直す」を押してください。照会のリンクはすべて新しくなり、送り直しが必要です。',
    button: '鍵を作り直す',
  },
  zone: {
    label: '時刻の設定',
    why: '日本時間でないと、締切や受付の日付がずれます。',
    how: '「日本時間にする」を押してください。プログラムの時刻は、管理者に appsscript.json を直してもらってください。',
    button: '日本時間にする',
  },
  sending: {
    label: '照会の送付',
    why: '送る担当のアカウントが動いていないと、残りのメールが出ません。',
    how: '「このアカウントで送る」を押してください。同じ事業所に二度は送りません。',
    button: 'このアカウントで送る',
  },
  retention: {
    label: '保存期間',
    why: '決めた期間を過ぎた個人情報は、廃棄する必要があります。',
    how: '「保存期間」の画面で内容を確かめ、廃棄してください。',
    button: '',
  },
  roles: {
    label: '担当者の役割',
    why: '役割の表は、誰が何をできるかを決めます。',
    how: '「設定の表示を直す」を押してください。役割は「設定」の画面で変えます。',
    button: '設定の表示を直す',
  },
} as const satisfies Readonly<Record<string, CheckWords>>;

export type CheckId = keyof typeof checkWords;
