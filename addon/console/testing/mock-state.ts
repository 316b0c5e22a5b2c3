/** What the mock server of the page 配布の状況 can be told to do. */
export interface Scenario {
  readonly chambers: number;
  /** Place in the list of a chamber that fails, -1 for none. */
  readonly fails: number;
  /** Whether anything was published. */
  readonly published: boolean;
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** Methods that throw, as when Google's own machinery fails. */
  readonly broken: readonly string[];
  /** The person is not on the list of roles. */
  readonly refused: boolean;
  /** Names as a person with bad intent might have them. */
  readonly hostile: boolean;
}

export const usual: Scenario = {
  chambers: 515,
  fails: -1,
  published: true,
  delay: 30,
  broken: [],
  refused: false,
  hostile: false,
};
