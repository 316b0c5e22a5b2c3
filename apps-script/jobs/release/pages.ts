/**
 * Pages of the web app by `?page=`, beside the files that chambers read. The deployment is open to anybody, so a page that is not for
 * everybody answers null unless the caller proves himself: `isOperator`.
 */
import { operatorKey, sameSeal } from '../../../shared/release/hmac.ts';
import { callerIn, dashboardPage } from '../dashboard/page.ts';
import type { Services } from '../port.ts';
import type { FleetOffice } from './collector.ts';
import { consolePage } from './console.ts';

export interface Asked {
  /** Query parameters. */
  readonly asked: Readonly<Record<string, string>>;
  readonly office: FleetOffice;
  /** Services over a workbook by its id. */
  readonly at: (workbookId: string) => Services;
  readonly now: number;
}

export type Page =
  | { readonly kind: 'json'; readonly text: string }
  | {
      readonly kind: 'html';
      /** HTML file of the project, without its ending. */
      readonly file: string;
      readonly title: string;
      /** What is sent, out of the text of the file: puts the page's data in its place. */
      readonly html: (source: string) => string;
    };

/** Whether the caller has the key of JCCI's operators (`cci release key`): whoever has the master secret can make it. */
export const isOperator = ({ asked, office }: Asked): boolean =>
  sameSeal(asked.key ?? '', operatorKey(office.master));

/** null: not for this caller. */
export const pages: Readonly<Record<string, (asked: Asked) => Page | null>> = {
  dashboard: ({ asked, office, now }) => dashboardPage(office, callerIn(asked), now),
  console: ({ asked, office }) => consolePage(office, { key: asked.key ?? '', person: asked.who ?? '' }),
};
