/** What the mock server says of 締切と定員: thirty places, all taken, three people who wait. */
import type { FormCardView, FormsInput, TermsView } from '../../view/forms-protocol.ts';
import type { IssueView } from '../../view/protocol.ts';
import { hostileText } from './mock-data.ts';

const taken = 30;
const waiting = [
  { receiptNumber: 'R8-S0031', who: '見本製菓　見本 花子', count: 2, hasMail: true },
  { receiptNumber: 'R8-S0032', who: '見本工務店　見本 太郎', count: 1, hasMail: false },
] as const;

const problem = (key: string, message: string, remedy: string): IssueView => ({
  code: `form.terms-${key}`,
  severity: 'error',
  severityLabel: '直す',
  key,
  label: '',
  message,
  remedy,
  value: '',
  suggestion: '',
});

export function termsOf(form: FormCardView, input: FormsInput<'formTerms'>, isHostile: boolean): TermsView {
  const { closesOn, places, open } = input;
  const limit = places === '' ? Number.POSITIVE_INFINITY : Number(places);
  const hasPlaces = form.places !== null;
  const issues =
    hasPlaces && limit < taken
      ? [
          problem(
            'places',
            `受付の済んだ分が ${taken} あるので、定員を ${places} にはできません。`,
            `${taken} 以上にしてください。`,
          ),
        ]
      : [];
  const lines = [
    ...(closesOn === form.closesOn ? [] : [`締切を${closesOn}にします。`]),
    ...(hasPlaces && places !== form.places ? [`定員を ${form.places} から ${places} にします。`] : []),
    ...(open ? ['受付を再開します。'] : []),
  ];
  let left = hasPlaces ? limit - taken : 0;
  const promoted = waiting.filter(({ count }) => {
    left -= count;
    return issues.length === 0 && left >= 0;
  });
  return {
    form,
    changes: lines.length > 0,
    seats: hasPlaces ? [{ label: '', taken, waiting: 3 }] : [],
    lines: issues.length > 0 ? [] : lines,
    promoted: promoted.map((one) => (isHostile ? { ...one, who: hostileText } : one)),
    issues,
    hash: JSON.stringify([closesOn, places, open]),
  };
}
