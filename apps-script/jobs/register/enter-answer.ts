/** 代理入力: an answer that came by telephone or on paper, typed in by staff, through the same checks as one by form. */
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { createChecker } from '../../../shared/record/check.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { receiptNumbers } from '../answers-of-form.ts';
import { assets, type ShippedTemplate } from '../assets.ts';
import type { Answer } from '../book/answer.ts';
import { openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import { readRegister } from '../book/project-register.ts';
import { type LedgerRow, registerBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import { chamberValues } from '../book/settings.ts';
import { limitTyped } from '../limit.ts';
import type { Services } from '../port.ts';
import { dayOf, fiscalYearLabel, isoOf } from '../time.ts';
import { shownValue } from '../words.ts';

export interface Entry {
  readonly businessNumber: string;
  /** 電話, 紙 … */
  readonly ground: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** The template that asks about the register. */
export function registerTemplate(): ShippedTemplate {
  const found = [...assets().templates.values()].find(({ template }) => template.flow === 'register');
  if (found === undefined) throw new UnusableInput([issue('template.unknown', 'error', '')]);
  return found;
}

/** A value of the ledger as it can be typed again: options by their labels, the rest as it is kept. */
export function typedText(key: string, value: string): string {
  const kind = assets().catalogue.byKey.get(key)?.kind;
  if (kind === 'choice') return shownValue(key, value);
  if (kind !== 'choices') return value;
  return value
    .split(';')
    .map((one) => shownValue(key, one))
    .join(';');
}

/** Who it is about is chosen, not typed; a link's key and a consent are the business's own. */
function refusals(typed: Entry['typed']): readonly Issue[] {
  return Object.keys(typed).flatMap((key) => {
    const kind = assets().catalogue.byKey.get(key)?.kind;
    if (kind === 'consent') return [issue('answer.consent', 'error', key)];
    if (kind !== undefined && kind !== 'token' && key !== 'businessNumber') return [];
    return [issue('answer.field', 'error', '', { params: { name: key } })];
  });
}

/** What was typed beyond what the screen held already: a text left as the ledger has it says nothing. */
function said(typed: Entry['typed'], business: LedgerRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([key, text]) => text.trim() !== '' && text !== typedText(key, business.values[key] ?? ''),
    ),
  );
}

const sorted = (texts: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Stores the answer and returns its id. The same entry again, while nobody has decided about the first, is the first.
 * Throws UnusableInput `answer.business-unknown`, `answer.consent`, `answer.field`.
 */
export function enterAnswer(services: Services, input: Entry): string {
  const refused = refusals(input.typed);
  if (refused.length > 0) throw new UnusableInput(refused);
  return services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['register']);
    readRegister(book);
    const register = registerBook(book);
    const settings = book.settings();
    const number = input.businessNumber;
    const business = register.ledgerRows([number]).get(number);
    if (business === undefined) {
      const unknown = issue('answer.business-unknown', 'error', 'businessNumber', { params: { number } });
      throw new UnusableInput([unknown]);
    }
    const now = services.clock.now();
    const by = services.session.user();
    const { template } = registerTemplate();
    const typed = limitTyped({ ...said(input.typed, business), businessNumber: number });
    const again = register
      .answers()
      .find(
        (one) =>
          one.source === 'staff' &&
          one.state === 'open' &&
          one.acts.length === 0 &&
          one.businessNumber === number &&
          one.enteredBy === by &&
          one.ground === input.ground &&
          sorted(one.record.typed) === sorted(typed),
      );
    if (again === undefined) {
      const id = `staff/${services.random().slice(0, 36)}`;
      const receivedAt = isoOf(now);
      const record = createChecker({
        template,
        catalogue: assets().catalogue,
        today: dayOf(now),
        chamber: chamberValues(settings),
      })({ responseId: id, submittedAt: receivedAt, source: 'phone', typed });
      const round = register.round()?.roundId ?? '';
      const isAsked = book
        .rows(askedTable)
        .some(({ cells }) => cells.回 === round && cells.事業所番号 === number);
      const known = register.answers().map((answer) => answer.receipt);
      const email = record.values.email ?? '';
      const answer: Answer = {
        id,
        formId: '',
        templateId: template.id,
        templateVersion: template.version,
        receipt: receiptNumbers(known, 'U')(fiscalYearLabel(dayOf(now), settings.fiscalYearStart)),
        receivedAt,
        source: 'staff',
        enteredBy: by,
        ground: input.ground,
        email: isMailable(email) ? email : '',
        record,
        roundId: isAsked ? round : '',
        businessNumber: number,
        businessName: business.values.name ?? '',
        ref: '',
        state: 'open',
        acts: [],
        approved: {},
        exports: [],
        appliedBy: '',
        mails: [],
      };
      register.addAnswers([answer]);
      project(book, ['register']);
      return id;
    }
    project(book, ['register']);
    return again.id;
  });
}
