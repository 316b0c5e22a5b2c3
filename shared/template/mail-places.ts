/** Places that form and mail texts may use: those of the chamber everywhere, others in mails by purpose. */

/** Places of every text of a form. */
export const chamberPlaceNames: readonly string[] = [
  'chamber.name',
  'chamber.phone',
  'chamber.email',
  'chamber.address',
  'chamber.privacyUrl',
  'chamber.articlesUrl',
];
/** What one business is asked with, in a round of the register. */
const asked = ['name', 'businessNumber', 'updateUrl', 'updateKey', 'deadline', 'registered'];
const applicant = ['receiptNumber', 'receivedAt', 'name', 'representativeName'];

export const mailPlaces: Readonly<Record<string, readonly string[]>> = {
  receipt: [...chamberPlaceNames, ...applicant, 'answers'],
  returned: [...chamberPlaceNames, ...applicant, 'reason', 'formUrl'],
  request: [...chamberPlaceNames, ...asked],
  reminder: [...chamberPlaceNames, ...asked],
  any: [...chamberPlaceNames, ...applicant],
};
