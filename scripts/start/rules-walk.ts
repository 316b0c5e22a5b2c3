/** The fourth walk of the desk: a bundle out of two regulations, and the look-up over it. */
import type { DeskStep, Walk } from '../../emulator/web/face.ts';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Seeded } from './seed.ts';

function steps(state: WorkspaceState, { bookId }: Seeded): DeskStep[] {
  const files = Object.values(state.files).filter(({ trashed }) => !trashed);
  const folder = files.find(({ name }) => name === '規程の束');
  const sources = files.filter(({ parents }) => folder !== undefined && parents.includes(folder.id));
  const made = files.some(({ name }) => name === '束.json');
  const queue = state.spreadsheets[bookId]?.sheets.find((one) => one.name === '受付');
  const page = `/sheets/${bookId}?gid=${queue?.id ?? 0}#menu=showRules`;
  return [
    {
      title: '規程の束を作る',
      text: 'フォルダー「規程の束」に、定款と旅費規程（見本）の Google ドキュメントがあります。「規程の束」の画面で「束を作る」を押すと、番地つきのドキュメントができます。',
      person: 'staff1',
      button: '規程の画面を開く',
      href: page,
      done: made,
      status: made
        ? '束ができています'
        : `規程 ${sources.filter(({ id }) => state.documents[id] !== undefined).length}件`,
    },
    {
      title: '条文をさがし、答えの引用を確かめる',
      text: '「総会の招集」「そうかい」「定款8条」などでさがし、前後を読み、番地つきで写せます。ノートブックの答えを貼ると、引用を一つずつ束と照らします。',
      person: 'staff1',
      button: 'さがす',
      href: made ? page : '',
      done: false,
      status: made ? '' : '束を作ると始められます',
    },
  ];
}

export function rulesWalk(at: Seeded): Walk {
  return {
    title: '規程を調べる',
    text: '規程のドキュメントから、ノートブックに入れる束を作り、根拠の条・項・号をさがして確かめるまでです。',
    steps: (state) => steps(state, at),
  };
}
