/** New answers of forms whose answers are kept as they are; where a form takes only so many, some of them wait. */
import { createChecker } from '../../../shared/record/check.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import { answerByField, sourcesOf } from '../../../shared/response/replaced.ts';
import type { Template } from '../../../shared/template/template.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { answerOf, receiptNumbers, rowCodes, type TakeIn } from '../answers-of-form.ts';
import { assets, templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import type { FormRow } from '../book/forms.ts';
import type { StoredSubmission, Submission } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import type { RawResponse } from '../port.ts';
import { dayOf, fiscalYearLabel, isoOf } from '../time.ts';
import { askedPlaces, givePlaces, type NewSubmission } from './places.ts';

/** The first address among the answers that a mail can go to: the sender's own, else that of any question for one. */
function addressOf(template: Template, { values }: BusinessRecord): string {
  const keys = template.sections
    .flatMap((section) => section.items)
    .flatMap((item) => (item.kind === 'email' && item.key !== undefined ? [item.key] : []));
  return ['email', ...keys].map((key) => values[key] ?? '').find(isMailable) ?? '';
}

/** Longest text that is kept of all questions of a chamber's own together. */
const ownLimit = 20_000;

/** Answers to questions that no template knows: a chamber may add what it likes to its form. */
function ownAnswers(raw: RawResponse, keys: ReadonlyMap<string, string>): Submission['own'] {
  let left = ownLimit;
  return Object.entries(raw.answers).flatMap(([itemId, texts]) => {
    if (keys.get(itemId)?.startsWith('own.') === false) return [];
    const rows = raw.rows[itemId] ?? [];
    const told = texts.map((text, at) =>
      rows[at] === undefined || text === '' ? text : `${rows[at]} ${text}`,
    );
    const text = told
      .filter((one) => one !== '')
      .join('、')
      .slice(0, left);
    if (text === '') return [];
    left -= text.length;
    return [{ title: (raw.titles[itemId] ?? '').slice(0, 200), text }];
  });
}

export function takeInSubmissions(book: Book, now: number): TakeIn {
  const submissions = submissionBook(book);
  const settings = book.settings();
  const numberFor = receiptNumbers(
    submissions.all().map((one) => one.receipt),
    'S',
  );
  const added = new Map<string, NewSubmission[]>();

  function newSubmission(
    own: Submission['own'],
    form: FormRow,
    template: Template,
    record: BusinessRecord,
    day: string,
  ): NewSubmission {
    return {
      id: record.responseId,
      formId: form.formId,
      templateId: form.templateId,
      templateVersion: form.templateVersion,
      receipt: numberFor(fiscalYearLabel(day, settings.fiscalYearStart)),
      receivedAt: record.submittedAt,
      email: addressOf(template, record),
      record,
      own,
      ...askedPlaces(template, record.values),
    };
  }

  return {
    known: () => submissions.all().map((one) => one.id),
    take(form, raws, keys) {
      const { template } = templateOf(form.templateId);
      const chamber = submissions.values(form.formId);
      const { catalogue } = assets();
      const check = createChecker({ template, catalogue, today: dayOf(now), chamber });
      const codes = rowCodes(template, chamber);
      const sources = sourcesOf(template);
      const made = raws.map((raw) =>
        newSubmission(
          ownAnswers(raw, keys),
          form,
          template,
          check(answerByField(answerOf(raw, keys, codes), sources)),
          dayOf(raw.at),
        ),
      );
      added.set(form.formId, [...(added.get(form.formId) ?? []), ...made]);
    },
    store() {
      const standing = new Map<string, StoredSubmission[]>();
      for (const one of submissions.all()) {
        standing.set(one.formId, [...(standing.get(one.formId) ?? []), one]);
      }
      const changed: StoredSubmission[] = [];
      const entered: Submission[] = [];
      for (const formId of new Set([...standing.keys(), ...added.keys()])) {
        const form = submissions.form(formId);
        if (form === undefined) continue;
        const given = givePlaces(form, standing.get(formId) ?? [], added.get(formId) ?? [], isoOf(now));
        changed.push(...given.changed);
        entered.push(...given.entered);
      }
      submissions.store(changed, entered);
    },
  };
}
