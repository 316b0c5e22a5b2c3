/** Places that each mail text may use, by purpose. */

const chamber = [
  'chamber.name',
  'chamber.phone',
  'chamber.email',
  'chamber.address',
  'chamber.privacyUrl',
  'chamber.articlesUrl',
];
const applicant = ['receiptNumber', 'receivedAt', 'name', 'representativeName'];

export const mailPlaces: Readonly<Record<string, readonly string[]>> = {
  receipt: [...chamber, ...applicant, 'answers'],
  returned: [...chamber, ...applicant, 'reason', 'formUrl'],
  any: [...chamber, ...applicant],
};
