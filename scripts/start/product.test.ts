import { describe, expect, it } from 'vitest';
import type { CellValue, FormItemState, FormState, WorkspaceState } from '../../emulator/workspace/model.ts';
import { columnOf } from './columns.ts';
import { type Baseline, productOf } from './product.ts';
import { answersOf } from './seed.ts';

const text = (v: string): CellValue => ({ t: 'text', v });
const sheet = (name: string, rows: string[][]): object => ({
  id: name === '受付' ? 7 : 8,
  name,
  cells: Object.fromEntries(rows.map((row, r) => [r, Object.fromEntries(row.map((v, c) => [c, text(v)]))])),
});

function stateOf(states: string[], batches: string[], responses: number): WorkspaceState {
  return {
    forms: { f: { publicId: 'p', responses: Array.from({ length: responses }) } },
    spreadsheets: {
      b: {
        sheets: [
          sheet('受付', [['受付番号', '状態'], ...states.map((one, index) => [`R8-${index}`, one])]),
          sheet('出力履歴', [['出力番号'], ...batches.map((one) => [one])]),
        ],
      },
    },
  } as unknown as WorkspaceState;
}

const baseline: Baseline = { version: 1, bookId: 'b', formId: 'f', answers: 2, approved: 1, exported: 0 };
const done = (state: WorkspaceState): boolean[] =>
  productOf(baseline)
    .steps(state)
    .map((step) => step.done);

describe('the three steps', () => {
  it('as_seeded__none_is_done__and_each_has_its_address', () => {
    const state = stateOf(['仮申込', '承認'], [], 2);
    expect(done(state)).toEqual([false, false, false]);
    expect(
      productOf(baseline)
        .steps(state)
        .map((step) => step.href),
    ).toEqual(['/forms/p/viewform', '/sheets/b?gid=7#menu=showSidebar', '/sheets/b?gid=7#menu=showSidebar']);
  });
  it('visitor_answers__approves__exports__and_each_step_turns_done', () => {
    expect(done(stateOf(['仮申込', '承認'], [], 3))).toEqual([true, false, false]);
    expect(done(stateOf(['入金', '承認'], [], 3))).toEqual([true, true, false]);
    expect(done(stateOf(['承認', '承認'], ['B1'], 3))).toEqual([true, true, true]);
  });
  it('column__found_by_header__wherever_it_stands', () => {
    expect(columnOf(stateOf(['仮申込'], [], 0), 'b', '受付', '状態')).toEqual(['仮申込']);
    expect(columnOf(stateOf([], [], 0), 'b', '受付', 'ない')).toEqual([]);
  });
});

describe('answersOf', () => {
  it('titles_lead_to_items__and_choices_that_are_not_offered_stay_away', () => {
    const item = (id: number, title: string, type: FormItemState['type'], choices: string[]): object => ({
      id,
      title,
      type,
      other: false,
      choices: choices.map((value) => ({ value })),
    });
    const form = {
      items: [
        item(1, '事業所名', 'TEXT', []),
        item(2, '組織区分', 'MULTIPLE_CHOICE', ['法人']),
        item(3, '業種', 'LIST', ['製造業']),
        item(4, '定款への同意', 'CHECKBOX', ['同意する']),
        item(5, 'ない', 'TEXT', []),
      ],
    } as unknown as FormState;
    const sample = { 事業所名: '𠮷田屋', 組織区分: '法人', 業種: '宇宙業', 定款への同意: ['同意する'] };
    expect(answersOf(form, sample)).toEqual({ 1: '𠮷田屋', 2: '法人', 4: ['同意する'] });
  });
});
