/** How often questions find their addresses, as lines and as issues. */
import { type Recall, recallDepths, windowSize } from '../../shared/corpus/questions.ts';
import { type Issue, issue } from '../../shared/issue/issue.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const deepest = recallDepths[recallDepths.length - 1] ?? 0;

/** Blocks by address, their articles, as many blocks as windows have characters, and the windows. */
export function recallLines({ asked, blocks, passages, sameVolume, windows }: Recall): readonly string[] {
  const line = (name: string, shares: readonly number[]) =>
    `${name}：${recallDepths.map((depth, at) => `recall@${depth} ${percent(shares[at] ?? 0)}`).join('、')}`;
  return [
    `質問 ${asked} 件`,
    line('番地つきの本文（番地まで一致）', blocks),
    line('番地つきの本文（条まで一致）', passages),
    line(`番地つきの本文（${windowSize} 文字ずつと同じ分量）`, sameVolume),
    line(`${windowSize} 文字ごとの切り分け`, windows),
  ];
}

/** Questions that no longer find their address, though it is there. */
export function unfoundIssues({ ranks, issues }: Recall): readonly Issue[] {
  const lost = new Set(issues.map(({ params }) => params.line));
  return ranks
    .filter(({ rank, question }) => rank === 0 && !lost.has(question.line))
    .map(({ question: { line, question, document, address } }) =>
      issue('corpus.question-unfound', 'warning', '', {
        params: { line, question, document, address, most: deepest },
      }),
    );
}
