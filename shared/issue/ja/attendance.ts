/** Words about who comes to a meeting. */
import type { Words } from './words.ts';

export const attendanceWords: Readonly<Record<string, Words>> = {
  'attendance.not-meeting': {
    message: 'その会議のフォームが見つかりません。',
    remedy: '「会議の出欠」を開き直して、会議を選び直してください。',
  },
  'attendance.member-unknown': {
    message: '名簿からその人が選ばれていません。',
    remedy: 'お名前の候補から選んでください。候補にないときは、シート「議員名簿」に1行足してください。',
  },
  'attendance.name-missing': {
    message: 'お名前が入力されていません。',
    remedy: '回答した人の氏名を入力してください。',
  },
  'attendance.attendance-missing': {
    message: '出欠が選ばれていません。',
    remedy: '出席・欠席などから1つ選んでください。',
  },
  'attendance.holder-missing': {
    message: '委任の相手が書かれていません。',
    remedy: 'ご本人に確かめて、「議長」か代理人の氏名を入力してください。',
  },
  'attendance.holder-unknown': {
    message: '代理人「{name}」は、名簿の1人に決まりません。',
    remedy: '委任状の氏名を確かめ、正しい氏名で回答を入力し直してください。',
  },
  'attendance.holder-self': {
    message: '代理人「{name}」がご本人になっています。',
    remedy: 'ご本人に確かめて、代理人の氏名を入力し直してください。',
  },
  'attendance.holder-absent': {
    message: '代理人の{name}さんは出席しません。',
    remedy: 'ご本人に、別の代理人か議長への委任をお願いしてください。',
  },
  'attendance.holder-open': {
    message: '代理人の{name}さんは、まだ出欠を回答していません。',
    remedy: '代理人に出欠を確かめてください。',
  },
  'attendance.paper-missing/proxy': {
    message: '委任状が届いていません。',
    remedy: '届いたら「書面を受け取った」を押してください。',
  },
  'attendance.paper-missing/writing': {
    message: '議決書（書面の議決）が届いていません。',
    remedy: '届いたら「書面を受け取った」を押してください。',
  },
  'attendance.unread': {
    message: '出欠の回答が読めません。',
    remedy: 'ご本人に確かめて、回答を入力してください。',
  },
  'attendance.unknown': {
    message: '「{name}」は名簿にありません。数に入れていません。',
    remedy: 'だれの回答かを名簿から選ぶか、シート「議員名簿」に1行足してください。',
  },
  'attendance.ambiguous': {
    message: '「{name}」は名簿に2人以上います。数に入れていません。',
    remedy: 'だれの回答かを名簿から選んでください。',
  },
  'attendance.roll-empty/assembly': {
    message: 'シート「議員名簿」に、まだだれもいません。',
    remedy:
      '議員全員の氏名と事業所名を、1行に1人ずつ貼り付けてください。全員の数が、定足数のもとになります。',
  },
  'attendance.roll-empty/board': {
    message: 'シート「議員名簿」に、「常議員」の印が付いた人がいません。',
    remedy: '常議員会で議決に加わる人（会頭・副会頭も）の「常議員」の列に ○ を付けてください。',
  },
  'attendance.roll-twice': {
    message: '議員名簿に「{name}」が2回書かれています。1人と数えています。',
    remedy: '同じ人なら1行を消し、別の人なら事業所名で区別してください。',
  },
};
