import { describe, expect, it } from 'vitest';
import { entryName, rowName } from '../../workspace/form-entries.ts';
import type { FormItemState } from '../../workspace/model.ts';
import { readAnswers } from './entries.ts';
import { item } from './fixture.ts';

function read(items: FormItemState[], query: string) {
  // `entry.1` of the cases stands for the question's own number, `entry.1.row0` for that of a grid's first row.
  const named = query
    .replace(/entry\.1\.row(\d)/g, (_all, row: string) => rowName(1, Number(row)))
    .replace(/entry\.1(?=[._=])/g, entryName(1));
  const given = new URLSearchParams(named);
  return readAnswers(items, (name) => given.getAll(name));
}

describe('readAnswers', () => {
  const cases: [string, FormItemState, string, unknown][] = [
    ['short text keeps spaces and width', item('TEXT'), 'entry.1=%E3%80%80%EF%BC%91%20', '　１ '],
    ['nothing typed is no answer', item('TEXT'), 'entry.1=', undefined],
    ['paragraph: newlines of HTTP become LF', item('PARAGRAPH_TEXT'), 'entry.1=a%0D%0Ab', 'a\nb'],
    ['radio', item('MULTIPLE_CHOICE'), 'entry.1=A', 'A'],
    [
      'radio, その他 with its text',
      item('MULTIPLE_CHOICE'),
      'entry.1=__other_option__&entry.1.other_option_response=X',
      'X',
    ],
    ['その他 without text is no answer', item('MULTIPLE_CHOICE'), 'entry.1=__other_option__', undefined],
    [
      'checkbox with その他',
      item('CHECKBOX'),
      'entry.1=A&entry.1=__other_option__&entry.1.other_option_response=X',
      ['A', 'X'],
    ],
    ['grid: rows not answered are null', item('GRID'), 'entry.1.row1=B', [null, 'B']],
    ['checkbox grid', item('CHECKBOX_GRID'), 'entry.1.row0=A&entry.1.row0=B', [['A', 'B'], null]],
    ['date', item('DATE'), 'entry.1=2026-11-24', '2026-11-24'],
    ['date without year', item('DATE', { includesYear: false }), 'entry.1_month=4&entry.1_day=1', '04-01'],
    ['date and time', item('DATETIME'), 'entry.1=2026-11-24T10:05', '2026-11-24 10:05'],
    ['duration, parts left empty are zero', item('DURATION'), 'entry.1_hour=1&entry.1_second=5', '01:00:05'],
    ['section header never answers', item('SECTION_HEADER'), 'entry.1=x', undefined],
  ];
  for (const [note, one, query, expected] of cases) {
    it(note, () => {
      expect(read([one], query)[1]).toEqual(expected);
    });
  }
});
