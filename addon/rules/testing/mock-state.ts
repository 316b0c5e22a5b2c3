/** What the mock server of the page 規程を調べる can be told to do. */
export interface Scenario {
  /** `none`: no folder; `folder`: one that nothing was made of; `built`: a bundle. */
  readonly standing: 'none' | 'folder' | 'built';
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** Methods that throw, as when Google's own machinery fails. */
  readonly broken: readonly string[];
  /** The person at work has 閲覧 only. */
  readonly viewer: boolean;
  /** Somebody makes the bundle anew between the view and the texts. */
  readonly changesOnce: boolean;
  /** Files of the folder that cannot be read. */
  readonly problems: boolean;
  /** Texts as a person with bad intent might type them. */
  readonly hostile: boolean;
}

export const usual: Scenario = {
  standing: 'built',
  delay: 30,
  broken: [],
  viewer: false,
  changesOnce: false,
  problems: false,
  hostile: false,
};
