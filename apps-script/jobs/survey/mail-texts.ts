/** The mails of a survey. Both carry the personal link and nothing else that says who somebody is. */
export type SurveyPurpose = 'request' | 'reminder';

export const purposeLabels: Readonly<Record<SurveyPurpose, string>> = {
  request: '調査の依頼',
  reminder: '調査の再依頼',
};

const closing = [
  '',
  'ご回答は、統計としてまとめます。個々の回答が分かる形で外に出すことはありません。',
  'このメールのリンクは貴社だけのものです。ほかの方へ転送しないでください。',
  '間違えたときは、同じリンクからもう一度ご回答ください。新しいほうを使います。',
  '紙や電話でのご回答をご希望の方は、下記までお知らせください。',
  '',
  '{{chamber.name}}',
  '電話 {{chamber.phone}}',
];

/** Subject and body with places: `name`, `title`, `wave`, `deadline`, `url` and those of the chamber. */
export const surveyMailTexts: Readonly<
  Record<SurveyPurpose, { readonly subject: string; readonly body: string }>
> = {
  request: {
    subject: '【{{chamber.name}}】{{title}}（{{wave}}）へのご協力のお願い',
    body: [
      '{{name}} 御中',
      '',
      'いつも{{chamber.name}}の活動にご協力いただき、ありがとうございます。',
      '{{title}}（{{wave}}）へのご回答をお願いします。',
      '',
      '▼ ご回答はこちらから（{{deadline}}まで）',
      '{{url}}',
      ...closing,
    ].join('\n'),
  },
  reminder: {
    subject: '【{{chamber.name}}】再依頼：{{title}}（{{wave}}）',
    body: [
      '{{name}} 御中',
      '',
      '先にお願いした{{title}}（{{wave}}）のご回答を、まだいただいていないようです。',
      'お忙しいところ恐れ入りますが、ご協力をお願いします。',
      '行き違いでご回答いただいていましたら、ご容赦ください。',
      '',
      '▼ ご回答はこちらから（{{deadline}}まで）',
      '{{url}}',
      ...closing,
    ].join('\n'),
  },
};
