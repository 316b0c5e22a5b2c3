/** The table of question types: what a column of answers is, and which item of a form asks for it. */
import type { ItemType } from '../../template/template.ts';
import type { SurveyColumn } from '../columns.ts';

export const questionTypeIds = ['choice', 'choices', 'amount', 'percent', 'number', 'text'] as const;
export type QuestionTypeId = (typeof questionTypeIds)[number];

export interface QuestionType {
  readonly label: string;
  readonly column: SurveyColumn['kind'];
  readonly item: ItemType;
  readonly hasOptions: boolean;
  /** Unit behind a figure, '' where there is none. */
  readonly unit: string;
}

export const questionTypes: Readonly<Record<QuestionTypeId, QuestionType>> = {
  choice: { label: '一つ選ぶ', column: 'choice', item: 'choice', hasOptions: true, unit: '' },
  choices: { label: 'いくつでも選ぶ', column: 'choices', item: 'checkbox', hasOptions: true, unit: '' },
  amount: { label: '金額', column: 'number', item: 'short', hasOptions: false, unit: '円' },
  percent: { label: '割合', column: 'number', item: 'short', hasOptions: false, unit: '％' },
  number: { label: '数', column: 'number', item: 'short', hasOptions: false, unit: '' },
  text: { label: '自由記述', column: 'text', item: 'paragraph', hasOptions: false, unit: '' },
};
