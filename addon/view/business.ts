/** View models of businesses of the ledger, for an answer that staff type in or have to find the sender of. */

import { assets } from '../../apps-script/jobs/assets.ts';
import type { Book } from '../../apps-script/jobs/book/book.ts';
import { type RegisterBook, registerBook } from '../../apps-script/jobs/book/register-book.ts';
import { chamberValues } from '../../apps-script/jobs/book/settings.ts';
import { registerTemplate, typedText } from '../../apps-script/jobs/register/enter-answer.ts';
import { searchBusinesses } from '../../apps-script/jobs/register/find-businesses.ts';
import { fieldLabel, shownValue } from '../../apps-script/jobs/words.ts';
import { optionsOf } from '../../shared/form/make.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { ledgerFields } from '../../shared/register/answer-diff.ts';
import { fieldKeyOf } from '../../shared/template/elements.ts';
import type { BusinessView } from './register-protocol.ts';

/** As many as a person looks through. */
const mostFound = 20;

export function businessesFound(book: Book, search: string): readonly Omit<BusinessView, 'fields'>[] {
  return searchBusinesses(book, search, mostFound).map(({ businessNumber, name, address, phone }) => ({
    businessNumber,
    name,
    address,
    phone,
  }));
}

/** What the form asks of a business, in its order, with what the ledger holds. */
function fieldsOf(register: RegisterBook, values: Readonly<Record<string, string>>): BusinessView['fields'] {
  const { catalogue } = assets();
  const kept = new Set(ledgerFields(catalogue).map(({ key }) => key));
  const chamber = chamberValues(register.book.settings());
  return registerTemplate()
    .template.sections.flatMap((section) => section.items)
    .flatMap((item) => {
      const key = fieldKeyOf(item);
      if (!kept.has(key)) return [];
      const value = values[key] ?? '';
      return [
        {
          key,
          label: item.title ?? fieldLabel(key),
          shown: shownValue(key, value),
          typed: typedText(key, value),
          options: optionsOf(item, catalogue, chamber).map(({ label }) => ({ value: label, label })),
        },
      ];
    });
}

/** Throws UnusableInput `answer.business-unknown`. */
export function businessView(book: Book, businessNumber: string): BusinessView {
  const register = registerBook(book);
  const business = register.ledgerRows([businessNumber]).get(businessNumber);
  if (business === undefined) {
    const params = { number: businessNumber };
    throw new UnusableInput([issue('answer.business-unknown', 'error', 'businessNumber', { params })]);
  }
  const { values } = business;
  return {
    businessNumber,
    name: values.name ?? '',
    address: values.address ?? '',
    phone: values.phone ?? '',
    fields: fieldsOf(register, values),
  };
}
