/** View model of 締切と定員: what a change of them would do, in words. */

import { whoOf } from '../../apps-script/jobs/book/project-submissions.ts';
import type { previewTerms, TermsInput, TermsPlan } from '../../apps-script/jobs/forms/index.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { dayOf } from '../../apps-script/jobs/time.ts';
import { writtenDay } from '../../shared/text/days.ts';
import { cardOf } from './forms-card.ts';
import type { TermsView } from './forms-protocol.ts';
import { issueViews } from './issues.ts';

function dayLines({ before, after }: TermsPlan): readonly string[] {
  if (before.closesOn === after.closesOn) return [];
  return [
    after.closesOn === ''
      ? '締切をなくします。自動では止まらなくなります。'
      : `締切を${writtenDay(after.closesOn)}にします。その日が終わると、自動で受付を止めます。`,
  ];
}

function placesLines({ before, after, promoted, seats }: TermsPlan): readonly string[] {
  if (before.places === after.places) return [];
  const words = (places: string): string => (places === '' ? 'なし' : places);
  const waits = seats.some(({ waiting }) => waiting > 0);
  const people = promoted.reduce((sum, { count }) => sum + count, 0);
  return [
    `定員を ${words(before.places)} から ${words(after.places)} にします。`,
    ...(promoted.length > 0
      ? [`キャンセル待ちの ${promoted.length} 件（申込数 ${people}）が受付になり、繰上げのメールが届きます。`]
      : waits
        ? ['キャンセル待ちの申込は、そのまま待ちます。']
        : []),
  ];
}

/** Of a form that takes no answers: whether it will. */
function openLines({ after }: TermsPlan, open: boolean, today: string): readonly string[] {
  if (open) return ['受付を再開します。'];
  const isLater = after.closesOn === '' || after.closesOn >= today;
  return isLater ? ['受付は止まったままです。'] : [];
}

export function termsView(
  services: Services,
  plan: ReturnType<typeof previewTerms>,
  input: TermsInput,
): TermsView {
  const { book, row, before, after, seats, promoted, issues, hash } = plan;
  const form = cardOf(services, row, null, book);
  const isShut = form.state.id !== 'open';
  const lines = [
    ...dayLines(plan),
    ...placesLines(plan),
    ...(isShut ? openLines(plan, input.open, dayOf(services.clock.now())) : []),
  ];
  return {
    form,
    changes: (input.open && isShut) || before.closesOn !== after.closesOn || before.places !== after.places,
    seats,
    lines: issues.length > 0 ? [] : lines,
    promoted: promoted.map((one) => ({
      receiptNumber: one.receipt,
      who: whoOf(one),
      count: one.count,
      hasMail: one.email !== '',
    })),
    issues: issueViews(issues),
    hash,
  };
}
