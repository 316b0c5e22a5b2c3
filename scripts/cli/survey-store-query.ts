/** `cci survey store query`: a shipped table, or a question of one's own in SQL, as CSV. */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { formatTable } from '../../shared/table/format.ts';
import { readText, writeAll } from '../files.ts';
import { askStore, tableSql, tableTitles } from '../survey/store/query.ts';
import { type ExitCode, printIssues } from './outcome.ts';

export interface SurveyStoreQueryArguments {
  readonly store: string;
  readonly sql?: string;
  readonly table?: string;
  readonly out?: string;
}

/** SQL as it was typed, or the text of a file of that name. */
function questionOf({ sql, table }: SurveyStoreQueryArguments): string {
  if ((sql === undefined) === (table === undefined))
    throw new UnusableInput([issue('survey.store.sql-or-table', 'error', '')]);
  if (table !== undefined) return tableSql(table);
  const typed = sql ?? '';
  return /\.sql$/i.test(typed) || existsSync(typed) ? readText(typed) : typed;
}

export async function surveyStoreQueryCommand(given: SurveyStoreQueryArguments): Promise<ExitCode> {
  if (given.table === 'list' && given.sql === undefined) {
    for (const [name, title] of Object.entries(tableTitles)) process.stdout.write(`${name}\t${title}\n`);
    return 0;
  }
  const { columns, rows, issues } = await askStore(given.store, questionOf(given));
  printIssues(issues, (line) => process.stderr.write(line));
  const text = formatTable([columns, ...rows], { newline: 'crlf', quoting: 'minimal' });
  if (given.out === undefined) process.stdout.write(text);
  else {
    writeAll(dirname(given.out), [
      { name: basename(given.out), bytes: Buffer.from(`\uFEFF${text}`, 'utf8') },
    ]);
    process.stderr.write(`${rows.length} 行を書きました（${given.out}）\n`);
  }
  process.stderr.write(
    '少ない回答の欄は伏せていません。外に出す表は、cci survey report で作ってください。\n',
  );
  return 0;
}
