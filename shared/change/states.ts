/**
 * The state machine of an application (仮申込 → … → 会員), as data. States and which of them may not be
 * skipped are settings of the chamber; membership begins with approval and payment (商工会議所法16条2項).
 */

export interface StateDefinition {
  readonly id: string;
  readonly label: string;
  /** May not be skipped on the way to a later state. */
  readonly required: boolean;
}

export const defaultStates: readonly StateDefinition[] = [
  { id: 'received', label: '仮申込', required: true },
  { id: 'reviewing', label: '確認中', required: false },
  { id: 'visited', label: '訪問', required: true },
  { id: 'sealed', label: '押印受領', required: true },
  { id: 'board', label: '常議員会付議', required: true },
  { id: 'approved', label: '承認', required: true },
  { id: 'paid', label: '入金', required: true },
  { id: 'member', label: '会員', required: true },
];

/** Waits for the decision of the 常議員会. */
export const boardState = 'board';

/** States outside the line: the application waits for the applicant, or has ended. */
export const sideStates: readonly StateDefinition[] = [
  { id: 'returned', label: '差戻し', required: false },
  { id: 'withdrawn', label: '取下げ', required: false },
];
