/**
 * The present account takes triggers, sending and half-sent mails over. The triggers of the account before it cannot be seen; if
 * they fire still, the answers are taken in once all the same, since a response id is taken once.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { openBook } from '../book/book.ts';
import { formCells } from '../book/forms.ts';
import { mailStates } from '../book/mail.ts';
import { formsTable, mailTable } from '../book/tables.ts';
import { readAccounts, writeAccounts } from '../health/accounts.ts';
import { lookAfter } from '../health/mend.ts';
import { registerJobs, surveyJobs } from '../parts.ts';
import type { Cells, Services } from '../port.ts';
import { sendMails } from '../send-mails.ts';
import { forgetWorkbook, knownWorkbooks } from '../workbooks.ts';
import { claimsOfOthers, type HandOver, planHandOver } from './plan.ts';

/** Notes what the accounts before still have: nobody else will be able to tell. */
function noteLeft(services: Services, { forms, user }: HandOver): void {
  const accounts = { ...readAccounts(services) };
  for (const { row, canEdit } of forms) {
    const owner = row.triggerOwner;
    if (!canEdit || owner === '' || owner === user) continue;
    const known = accounts[owner] ?? { since: 0, ran: 0, left: [] };
    if (!known.left.includes(row.formId)) {
      accounts[owner] = { ...known, left: [...known.left, row.formId] };
    }
  }
  const mine = accounts[user];
  const { since = services.clock.now(), ran = 0 } = mine ?? {};
  writeAccounts(services, { ...accounts, [user]: { since, ran, left: [] } });
}

/**
 * Mails that another account had begun to send and whose run is dead wait again, at once: which of them went out only that
 * account's quota could tell. One of them may arrive twice, none is lost.
 */
function freeClaims(services: Services): void {
  const book = openBook(services.workbook);
  const changed = new Map<number, Cells>();
  for (const { at, cells } of claimsOfOthers(services, book).dead) {
    changed.set(at, {
      ...cells,
      状態: mailStates.waiting,
      送信者: '',
      開始: '',
      残数: '',
      メモ: '引継ぎで送り直し',
    });
  }
  book.update(mailTable, changed);
}

/**
 * Takes over what `planHandOver` shows. Killed anywhere and called again it ends the same.
 * Throws UnusableInput `hand-over.triggers` (this account may not have so many).
 */
export function takeOver(services: Services): HandOver {
  const round = services.withLock(() => {
    const book = openBook(services.workbook);
    const plan = planHandOver(services, book);
    if (plan.triggersToMake > plan.triggersFree) {
      const params = { free: plan.triggersFree, wanted: plan.triggersToMake };
      throw new UnusableInput([issue('hand-over.triggers', 'error', '', { params })]);
    }
    noteLeft(services, plan);
    lookAfter(services);
    const mine = plan.forms.filter(({ canEdit }) => canEdit);
    services.triggers.ensure(
      mine.map(({ row }) => ({ handler: 'onFormSubmitted', kind: 'form-submit', formId: row.formId })),
    );
    const changed = mine.filter(({ row }) => row.triggerOwner !== plan.user);
    book.update(
      formsTable,
      new Map(changed.map(({ row }) => [row.at, formCells({ ...row, triggerOwner: plan.user })])),
    );
    freeClaims(services);
    return plan.round;
  });
  surveyJobs().inheritSurveys(services);
  if (round !== null) registerJobs().takeOverSending(services);
  else sendMails(services);
  return planHandOver(services);
}

/** This account looks after the workbook no more: its triggers of this workbook's forms go, the hourly one with the last workbook. */
export function letGo(services: Services): number {
  return services.withLock(() => {
    const user = services.session.user();
    const formIds = new Set(planHandOver(services).forms.map(({ row }) => row.formId));
    const isLast = knownWorkbooks(services.properties).every((id) => id === services.workbook.id);
    const own = services.office
      .triggers()
      .filter(({ handler, formId }) =>
        handler === 'onFormSubmitted' ? formIds.has(formId) : handler === 'hourlyCatchUp' && isLast,
      );
    services.office.removeTriggers(own.map(({ id }) => id));
    forgetWorkbook(services);
    const { [user]: _gone, ...others } = readAccounts(services);
    writeAccounts(services, others);
    return own.length;
  });
}
