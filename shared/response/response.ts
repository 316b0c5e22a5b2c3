/** One answer to a form, as it was typed. */

/** How the answer reached the chamber. `paper`, `phone` and `counter` are 代理入力 by staff. */
export type ResponseSource = 'form' | 'file' | 'paper' | 'phone' | 'counter';

export interface FormAnswer {
  /** Response id of Forms, or `row-N` for a row of a file that has none. */
  readonly responseId: string;
  /** When it was sent: ISO 8601 with offset, or the text of the file; '' when unknown. */
  readonly submittedAt: string;
  readonly source: ResponseSource;
  /** Typed text by field key; several choices are one text joined by `;`. Keys not answered are absent. */
  readonly typed: Readonly<Record<string, string>>;
}
