/** What the live contract run needs, reads and says; apart from clasp, so that it can be tested without a login. */

export interface CaseResult {
  readonly name: string;
  readonly source: string;
  readonly documented: boolean;
  readonly failure: string;
}

/** What is missing for a live run, in words; '' when nothing is. */
export function missingForLive(loggedIn: boolean, scriptId: string): string {
  if (!loggedIn) {
    return [
      'Google にログインしていないため、実環境での契約試験は実行できません。次の順に準備してください。',
      '1. https://script.google.com/home/usersettings で「Google Apps Script API」をオンにする',
      '2. npx clasp login を実行する（試験用のアカウントを勧めます。試験のファイルは終わるたびにゴミ箱へ入ります）',
      '3. https://script.google.com で試験専用の空のプロジェクトを作り、スクリプト ID を CONTRACT_SCRIPT_ID に入れて、もう一度実行する',
    ].join('\n');
  }
  if (scriptId === '') {
    return [
      '試験用のスクリプト ID がありません。',
      'https://script.google.com で試験専用の空のプロジェクトを作り（製品のプロジェクトは使わないでください。中身が置き換わります）、',
      '「プロジェクトの設定」のスクリプト ID を付けて CONTRACT_SCRIPT_ID=… npm run live:contract と実行してください。',
    ].join('\n');
  }
  return '';
}

/** The answer of `contractRun` in clasp's output, or null when there is none. */
export function readRun(output: string): { results: CaseResult[]; next: number } | null {
  const begin = output.indexOf('{');
  const end = output.lastIndexOf('}');
  if (begin < 0 || end < begin) return null;
  const body = output.slice(begin, end + 1);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const value =
    typeof parsed === 'object' && parsed !== null && 'response' in parsed ? parsed.response : parsed;
  if (typeof value !== 'object' || value === null || !('results' in value) || !('next' in value)) return null;
  if (!Array.isArray(value.results) || typeof value.next !== 'number') return null;
  return { results: value.results, next: value.next };
}

/** One line a case that does not hold, then the sum. */
export function report(results: readonly CaseResult[]): string {
  const failed = results.filter((result) => result.failure !== '');
  const lines = failed.map(
    ({ name, failure, source, documented }) =>
      `不一致\t${name}\t${failure}\t${documented ? '' : '未検証だった項目 '}${source}`,
  );
  return [...lines, `${results.length} 件のうち ${failed.length} 件が実環境と一致しません。`].join('\n');
}
