/**
 * What the page 調査の結果 asks over the wire. Every call brings what opened the page; figures come as they may be shown, never a single
 * answer. Beside `protocol.ts`: the web app has doors of its own.
 */
import * as z from 'zod/mini';
import type { Spell } from './dashboard-figures.ts';

export const levels = ['nation', 'block', 'prefecture', 'chamber'] as const;
export type Level = (typeof levels)[number];

/** What is looked at. '' stands for the first, or for all of them. */
export interface DashboardChoice {
  readonly roundId: string;
  readonly level: Level;
  readonly name: string;
  readonly industry: string;
  readonly question: string;
}

export interface DashboardRound {
  readonly roundId: string;
  readonly survey: string;
  readonly surveyId: string;
  /** `2026年10月` */
  readonly wave: string;
}

export interface DashboardPlace {
  readonly name: string;
  /** The larger region that it lies in, '' where answers do not say. */
  readonly within: string;
}

/** A figure of a group, in tenths; null where there is none or it is hidden. */
export interface DashboardRow {
  readonly label: string;
  /** `123`, `3未満` */
  readonly n: string;
  readonly index: number | null;
  readonly before: number | null;
  readonly yearBefore: number | null;
  readonly outlook: number | null;
  readonly outlookChange: number | null;
  /** Why the figures are hidden, '' where they are shown. */
  readonly why: string;
  /** Which of the others are not there since the other figure is hidden. */
  readonly hidden: { readonly before: boolean; readonly yearBefore: boolean; readonly outlook: boolean };
}

export interface DashboardShares {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly isMany: boolean;
  readonly options: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly n: string;
    readonly shares: readonly number[] | null;
    readonly why: string;
  }[];
}

export interface DashboardAmounts {
  readonly label: string;
  readonly unit: string;
  readonly n: string;
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly why: string;
}

export interface DashboardTable {
  /** Dimension whose groups stand here. */
  readonly dimension: string;
  readonly title: string;
  readonly rows: readonly DashboardRow[];
}

export interface DashboardFigures {
  readonly choice: DashboardChoice;
  readonly title: string;
  readonly wave: string;
  /** `新潟県　建設業` */
  readonly scope: string;
  /** Businesses in the selection that answered at least something, or how few. */
  readonly counted: string;
  /** The chamber's own answers, nothing hidden. */
  readonly isOwn: boolean;
  /** 商工会議所内限り unless the definition says otherwise. */
  readonly isInternal: boolean;
  readonly spells: Spell;
  readonly levels: readonly { readonly level: Level; readonly label: string }[];
  readonly places: readonly DashboardPlace[];
  /** The place that is looked at first where a level is chosen: the reader's own, the one around it, or the first of all. */
  readonly firsts: readonly { readonly level: Level; readonly name: string }[];
  readonly industries: readonly string[];
  readonly questions: readonly { readonly key: string; readonly label: string }[];
  /** Questions with an index, for the selection. */
  readonly items: readonly DashboardRow[];
  /** The chosen question by industry and by the regions within. */
  readonly tables: readonly DashboardTable[];
  readonly shares: readonly DashboardShares[];
  readonly amounts: readonly DashboardAmounts[];
  readonly notes: readonly (readonly [head: string, text: string])[];
}

export interface DashboardView {
  /** '' for JCCI. */
  readonly chamber: string;
  readonly rounds: readonly DashboardRound[];
  /** Null where there is no closed round. */
  readonly figures: DashboardFigures | null;
}

const short = () => z.string().check(z.maxLength(100));

export const dashboardInputs = {
  dashboard: () =>
    z.strictObject({
      key: short(),
      person: z.string().check(z.maxLength(200)),
      chamber: short(),
      until: short(),
      seal: short(),
      roundId: short(),
      level: z.enum(levels),
      name: short(),
      industry: short(),
      question: short(),
    }),
} as const;

export type DashboardInput = Readonly<z.infer<ReturnType<(typeof dashboardInputs)['dashboard']>>>;
/** What opened the page, and goes along with every call. */
export type DashboardPassage = Pick<DashboardInput, 'key' | 'person' | 'chamber' | 'until' | 'seal'>;
