/** Words that an update writes into the form itself. */

/** The page of closed questions. */
export const closedPage = {
  title: '受付を終えた質問',
  help: 'これまでの回答を残すためのページです。回答者には表示されません。このページの質問は消さないでください。',
} as const;
