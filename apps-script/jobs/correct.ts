/**
 * A value of an application put right by the staff. The record is checked anew with it, as when the answer came; what
 * stood there before stays with the application. Written once: 受付 and 変更履歴 are drawn from there, so a run that
 * died is completed by the next.
 */

import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { createChecker } from '../../shared/record/check.ts';
import { createDuplicateIndex, type Duplicate, duplicateIssues } from '../../shared/record/duplicates.ts';
import type { BusinessRecord } from '../../shared/record/record.ts';
import { fieldKeyOf } from '../../shared/template/elements.ts';
import { isMailable } from '../../shared/text/mailable.ts';
import { assets, templateOf } from './assets.ts';
import type { StoredApplication } from './book/application.ts';
import { awaitsExport, batchByReceipt } from './book/batch.ts';
import { type Book, openBook } from './book/book.ts';
import { knownBusinesses, remember } from './book/known.ts';
import { project, readProjected } from './book/project.ts';
import { chamberValues } from './book/settings.ts';
import { named } from './decide.ts';
import type { Services } from './port.ts';
import { isRepeat } from './repeat.ts';
import { dayOf, isoOf } from './time.ts';
import { fieldLabel } from './words.ts';

export interface CorrectionInput {
  readonly applicationId: string;
  /** Version the person saw. */
  readonly version: number;
  readonly key: string;
  /** The new text, as it would be typed into the form; '' for a blank. */
  readonly value: string;
  readonly reason: string;
}

/** Most characters that all corrections of one application add: a row of `_records` has a size. */
const roomForCorrections = 60_000;

/** True for what staff may put right: what was asked or is held, but no consent and nothing of the machinery. */
export function isCorrectable(
  application: Pick<StoredApplication, 'templateId' | 'record'>,
  key: string,
): boolean {
  const kind = assets().catalogue.byKey.get(key)?.kind;
  if (kind === 'consent' || kind === 'token') return false;
  const { sections } = templateOf(application.templateId).template;
  const { typed, values } = application.record;
  return (
    typed[key] !== undefined ||
    values[key] !== undefined ||
    sections.some((section) => section.items.some((item) => fieldKeyOf(item) === key))
  );
}

/** What stands against the correction, null when nothing does. */
function refusal(book: Book, application: StoredApplication, input: CorrectionInput): Issue | null {
  const { key } = input;
  if (input.version !== application.state.version) return issue('decision.conflict', 'error', '');
  if (application.state.state === 'withdrawn') return issue('correction.withdrawn', 'error', '');
  const batch = batchByReceipt(book.batches()).get(application.receipt);
  if (batch !== undefined && !awaitsExport(batch)) {
    return issue('correction.exported', 'error', '', { params: { batch: batch.id } });
  }
  if (assets().catalogue.byKey.get(key)?.kind === 'consent') return issue('correction.consent', 'error', key);
  if (!isCorrectable(application, key)) {
    return issue('correction.field', 'error', key, { params: { name: fieldLabel(key) } });
  }
  if ((application.record.typed[key] ?? '') === input.value) return issue('correction.same', 'error', key);
  const added = application.corrections.reduce((sum, one) => sum + one.after.length + one.reason.length, 0);
  if (added + input.value.length + input.reason.length > roomForCorrections) {
    return issue('correction.too-many', 'error', key);
  }
  return null;
}

/**
 * Duplicates of the corrected record. Of two applications the later one is held, as when it came: one that came after
 * this counts only when the correction made the two alike, or when it was found before.
 */
function duplicatesOf(
  book: Book,
  application: StoredApplication,
  corrected: BusinessRecord,
): readonly Duplicate[] {
  const known = knownBusinesses(book, application.id);
  const before = known.find(application.record.values);
  const earlier = new Set(
    book
      .applications()
      .filter((one) => one.at < application.at)
      .map((one) => one.id),
  );
  const named = new Set(application.record.issues.map((found) => found.params.label));
  return known
    .find(corrected.values)
    .filter(
      ({ place, by }) =>
        place.kind === 'ledger' ||
        earlier.has(place.id) ||
        named.has(place.label) ||
        !before.some((one) => one.place === place && one.by === by),
    );
}

function checked(
  book: Book,
  application: StoredApplication,
  input: CorrectionInput,
  today: string,
): BusinessRecord {
  const { [input.key]: _before, ...others } = application.record.typed;
  const check = createChecker({
    template: templateOf(application.templateId).template,
    catalogue: assets().catalogue,
    today,
    chamber: chamberValues(book.settings()),
  });
  const record = check({
    responseId: application.id,
    submittedAt: application.receivedAt,
    source: 'form',
    typed: input.value === '' ? others : { ...others, [input.key]: input.value },
  });
  const found = duplicateIssues(record, duplicatesOf(book, application, record));
  return { ...record, issues: [...record.issues, ...found] };
}

/** Others that were held or marked because of what this application said: what is not so any more goes. */
function recheck(book: Book, applicationId: string): void {
  const corrected = book.applications().find((one) => one.id === applicationId);
  if (corrected === undefined) return;
  const index = createDuplicateIndex();
  remember(index, corrected.record, corrected);
  for (const other of book.applications()) {
    const { issues } = other.record;
    const names = (found: Issue): boolean =>
      found.code.startsWith('duplicate.') && found.params.label === corrected.receipt;
    if (other.id === applicationId || !issues.some(names)) continue;
    const still = duplicateIssues(other.record, index.find(other.record.values));
    const kept = issues.filter((found) => !names(found) || still.some(({ code }) => code === found.code));
    if (kept.length === issues.length) continue;
    book.changeApplication({ ...other, record: { ...other.record, issues: kept } });
  }
}

/**
 * Throws UnusableInput `application.not-found`, `decision.conflict`, `correction.withdrawn`, `correction.exported`,
 * `correction.consent`, `correction.field`, `correction.same`, `correction.too-many`.
 */
export function correct(services: Services, input: CorrectionInput): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['application']);
    const application = book.applications().find((one) => one.id === input.applicationId);
    if (application === undefined) throw new UnusableInput([issue('application.not-found', 'error', '')]);
    const by = services.session.user();
    const { version, key, value, reason } = input;
    const last = application.corrections[application.corrections.length - 1];
    if (!isRepeat(last, application.state.version, { by, version, key, after: value, reason })) {
      const refused = refusal(book, application, input);
      if (refused !== null) throw new UnusableInput(named([refused], application));
      const now = services.clock.now();
      const record = checked(book, application, input, dayOf(now));
      // What a run that died has not drawn yet would be told of the corrected record only: first the one that stood.
      project(book, ['application']);
      const address = record.values.email ?? '';
      book.changeApplication({
        ...application,
        email: input.key !== 'email' ? application.email : isMailable(address) ? address : '',
        record,
        state: { ...application.state, version: application.state.version + 1 },
        corrections: [
          ...application.corrections,
          {
            at: isoOf(now),
            by,
            version: input.version,
            key: input.key,
            before: application.record.typed[input.key] ?? '',
            after: input.value,
            reason: input.reason,
          },
        ],
      });
    }
    recheck(book, input.applicationId);
    project(book, ['application']);
  });
}
