/** What the mock server of the page 点検と設定 can be told to do. */
import type { ScreenName } from '../../view/office-screens.ts';

export interface Scenario {
  /** Screen that the page opens at. */
  readonly screen: ScreenName;
  /** Nothing is wrong. */
  readonly well: boolean;
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** Methods that throw, as when Google's own machinery fails. */
  readonly broken: readonly string[];
  /** The list of roles has people; else it is empty. */
  readonly people: boolean;
  /** The person at work has 閲覧 only. */
  readonly viewer: boolean;
  /** The present account has taken everything over already. */
  readonly mine: boolean;
  /** Answers whose time is over. */
  readonly due: number;
  /** Answers that one call of destroying gets through. */
  readonly perCall: number;
  /** What is due changes once between preview and destroying. */
  readonly changesOnce: boolean;
  /** Somebody saved other settings since. */
  readonly settingsChanged: boolean;
  /** Which list of a meeting: none yet, one without a roll, or one to look into. */
  readonly meeting: 'none' | 'no-roll' | 'some';
  /** 配信: one that was taken in part, one that failed, or no connection. */
  readonly release: 'some' | 'failed' | 'none';
  /** Texts as a person with bad intent might type them. */
  readonly hostile: boolean;
}

export const usual: Scenario = {
  screen: 'health',
  well: false,
  delay: 30,
  broken: [],
  people: true,
  viewer: false,
  mine: false,
  due: 37,
  perCall: 20,
  changesOnce: false,
  settingsChanged: false,
  meeting: 'some',
  release: 'some',
  hostile: false,
};
