/** What the mock server of the page 調査の結果 can be told to do. */
export interface Scenario {
  /** Name of the chamber that looks, '' for JCCI. */
  readonly chamber: string;
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** `none`: no closed round; `refused`: an address that has ended. */
  readonly standing: 'closed' | 'none' | 'refused';
}
