/** Where Google Sheets ends: a spreadsheet holds ten million cells (https://support.google.com/drive/answer/37603). */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import type { WaveRecord } from './waves.ts';

export const mostSheetCells = 10_000_000;

/** Says when a wave, or a survey with all its waves, would not fit into one spreadsheet as rows of answers. */
export function sheetIssues(
  wave: Pick<WaveRecord, 'sheetCells'>,
  others: readonly Pick<WaveRecord, 'sheetCells'>[],
): readonly Issue[] {
  const format = (cells: number): string => cells.toLocaleString('ja-JP');
  if (wave.sheetCells > mostSheetCells)
    return [issue('survey.store.beyond-sheets', 'info', '', { params: { cells: format(wave.sheetCells) } })];
  const all = others.reduce((sum, { sheetCells }) => sum + sheetCells, wave.sheetCells);
  return all > mostSheetCells
    ? [
        issue('survey.store.waves-beyond-sheets', 'info', '', {
          params: { waves: others.length + 1, cells: format(all) },
        }),
      ]
    : [];
}
