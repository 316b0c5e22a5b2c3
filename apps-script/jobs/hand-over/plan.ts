/** 引継ぎ: what the present account would take over, and what the account before it still has. */
import { type Book, openBook } from '../book/book.ts';
import { type FormRow, isPublished, readForm } from '../book/forms.ts';
import { mailStates } from '../book/mail.ts';
import { registerBook } from '../book/register-book.ts';
import type { Round } from '../book/round.ts';
import { formsTable, mailTable } from '../book/tables.ts';
import { readAccounts } from '../health/accounts.ts';
import { hasHourly, isAtWork } from '../health/checks.ts';
import { roundMailsWaiting } from '../health/look.ts';
import type { OwnTrigger, Row, Services } from '../port.ts';
import { claimLife } from '../send-mails.ts';
import { isoOf, shownTime, timeOf } from '../time.ts';

/** Triggers of one account in one script (https://developers.google.com/apps-script/guides/services/quotas). */
export const mostTriggers = 20;

export interface PlannedForm {
  readonly row: FormRow;
  readonly title: string;
  readonly canEdit: boolean;
  readonly isMine: boolean;
  readonly fileOwner: string;
}

/** Claims of other accounts on mails. */
export interface Claims {
  /** Older than any execution: nobody is sending them. */
  readonly dead: readonly Row[];
  readonly alive: number;
}

export interface LeftAccount {
  readonly account: string;
  readonly lines: readonly string[];
}

export interface HandOver {
  readonly user: string;
  readonly forms: readonly PlannedForm[];
  readonly triggersToMake: number;
  readonly triggersFree: number;
  readonly round: Round | null;
  readonly waiting: number;
  readonly claims: Claims;
  readonly left: readonly LeftAccount[];
}

export const hasSubmit = (triggers: readonly OwnTrigger[], id: string): boolean =>
  triggers.some(({ handler, formId }) => handler === 'onFormSubmitted' && formId === id);

export function claimsOfOthers(services: Services, book: Book): Claims {
  const user = services.session.user();
  const now = services.clock.now();
  const held = book
    .rows(mailTable)
    .filter(({ cells }) => cells.状態 === mailStates.sending && cells.送信者 !== user);
  const dead = held.filter(({ cells }) => now - (timeOf(cells.開始 ?? '') ?? 0) >= claimLife);
  return { dead, alive: held.length - dead.length };
}

function plannedForms(
  services: Services,
  book: Book,
  triggers: readonly OwnTrigger[],
): readonly PlannedForm[] {
  const user = services.session.user();
  return book
    .rows(formsTable)
    .map(readForm)
    .filter(isPublished)
    .map((row) => {
      const state = services.forms.look(row.formId);
      return {
        row,
        title: state?.title ?? row.templateId,
        canEdit: state !== null,
        isMine: row.triggerOwner === user && hasSubmit(triggers, row.formId),
        fileOwner: services.office.fileOwner(row.formId),
      };
    });
}

function leftOf(services: Services, forms: readonly PlannedForm[]): readonly LeftAccount[] {
  const user = services.session.user();
  const accounts = readAccounts(services);
  const now = services.clock.now();
  const owners = forms.map(({ row }) => row.triggerOwner);
  const files = [
    { name: 'このブック', owner: services.workbook.owner() },
    ...forms.map(({ title, fileOwner }) => ({ name: `フォーム「${title}」`, owner: fileOwner })),
  ];
  const names = new Set([...Object.keys(accounts), ...owners, ...files.map(({ owner }) => owner)]);
  return [...names]
    .filter((account) => account !== '' && account !== user)
    .sort()
    .flatMap((account): readonly LeftAccount[] => {
      const known = accounts[account];
      const submit = forms.filter(
        ({ row }) => row.triggerOwner === account || known?.left.includes(row.formId) === true,
      );
      const owned = files.filter(({ owner }) => owner === account);
      const ran = known === undefined || known.ran === 0 ? '' : `、最後の実行 ${shownTime(isoOf(known.ran))}`;
      const lines = [
        ...(known === undefined
          ? []
          : [
              `1時間ごとのトリガー（${isAtWork({ accounts, now }, account) ? '動いています' : '2時間以上動いていません'}${ran}）`,
            ]),
        ...submit.map(({ title }) => `送信時のトリガー: フォーム「${title}」`),
        ...owned.map(({ name }) => `オーナー: ${name}`),
      ];
      return lines.length === 0 ? [] : [{ account, lines }];
    });
}

/** Reads only. Of other accounts it knows what they recorded: their triggers cannot be seen. */
export function planHandOver(services: Services, book: Book = openBook(services.workbook)): HandOver {
  const triggers = services.office.triggers();
  const forms = plannedForms(services, book, triggers);
  const round = registerBook(book).round();
  const open = round?.state === 'open' ? round : null;
  const missing = forms.filter(({ canEdit, row }) => canEdit && !hasSubmit(triggers, row.formId)).length;
  return {
    user: services.session.user(),
    forms,
    triggersToMake: missing + (hasHourly({ triggers }) ? 0 : 1),
    triggersFree: mostTriggers - triggers.length,
    round: open,
    waiting: open === null ? 0 : roundMailsWaiting(book, open.roundId),
    claims: claimsOfOthers(services, book),
    left: leftOf(services, forms),
  };
}
