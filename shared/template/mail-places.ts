/** Places that form and mail texts may use: those of the chamber everywhere, others in mails by purpose. */
import type { Template } from './template.ts';

/** Places of every text of a form. */
export const chamberPlaceNames: readonly string[] = [
  'chamber.name',
  'chamber.phone',
  'chamber.email',
  'chamber.address',
  'chamber.privacyUrl',
  'chamber.articlesUrl',
];
/** Places of a form's own texts; `form.<key>` of what its maker fills in are declared by the template. */
export const formPlaceNames: readonly string[] = [...chamberPlaceNames, 'chamber.feeTable'];

/** What one business is asked with, in a round of the register. */
const asked = ['name', 'businessNumber', 'updateUrl', 'updateKey', 'deadline', 'registered'];
const applicant = ['receiptNumber', 'receivedAt', 'name', 'representativeName'];

/** Who sent an answer that is kept as it is (flow `answers`). */
const sender = [...chamberPlaceNames, 'receiptNumber', 'receivedAt', 'name', 'contactName'];

const mailPlaces: Readonly<Record<string, readonly string[]>> = {
  receipt: [...chamberPlaceNames, ...applicant, 'answers'],
  returned: [...chamberPlaceNames, ...applicant, 'reason', 'formUrl'],
  request: [...chamberPlaceNames, ...asked],
  reminder: [...chamberPlaceNames, ...asked],
  any: [...chamberPlaceNames, ...applicant],
};

const sentPlaces: Readonly<Record<string, readonly string[]>> = {
  receipt: [...sender, 'answers'],
  waiting: [...sender, 'answers'],
  promoted: [...sender, 'answers'],
  cancelled: [...sender, 'answers', 'reason'],
  any: sender,
};

/** Places that a mail of this purpose may use; `form.<key>` are those of the template's own fill-ins. */
export function mailPlaceNames(
  { flow, fillIns }: Pick<Template, 'flow' | 'fillIns'>,
  purpose: string,
): readonly string[] {
  const places = flow === 'answers' ? sentPlaces : mailPlaces;
  return [
    ...(places[purpose] ?? places.any ?? []),
    ...(flow === 'answers' ? fillIns.map(({ key }) => `form.${key}`) : []),
  ];
}
