/** What the mock server of the page of forms can be told to do. */
export interface Scenario {
  readonly ready: boolean;
  readonly forms: boolean;
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** Methods that throw, as when Google's own machinery fails. */
  readonly broken: readonly string[];
  /** Somebody edits the form once between plan and 適用. */
  readonly editedMeanwhile: boolean;
  /** An update began and stopped half-way. */
  readonly halfDone: boolean;
  /** Somebody edited the form after the update that is to be taken back. */
  readonly editedAfter: boolean;
  /** The second part of applying fails once. */
  readonly breaksOnce: boolean;
  /** Texts as a person with bad intent might type them. */
  readonly hostile: boolean;
}

export const usual: Scenario = {
  ready: true,
  forms: true,
  delay: 30,
  broken: [],
  editedMeanwhile: false,
  halfDone: false,
  editedAfter: false,
  breaksOnce: false,
  hostile: false,
};
