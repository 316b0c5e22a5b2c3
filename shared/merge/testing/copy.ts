/** A planned form as Google Forms would hold it, read back: what the services' `read` gives. */
import type { CopyItem, FormCopy } from '../../form/copy.ts';
import type { FormPlan, PlannedItem } from '../../form/plan.ts';
import type { CopyLink } from '../form-of-copy.ts';
import { headOf } from '../sequence.ts';

export interface Made {
  readonly copy: FormCopy;
  readonly links: readonly CopyLink[];
}

/** Item ids are numbers in order; the lead of a page is held by the page break behind it. */
export function made(plan: FormPlan): Made {
  const ids = new Map<string, string>();
  let count = 100;
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? String(count++);
    ids.set(key, id);
    return id;
  };
  const first = plan.sections[0]?.key;
  const target = (lead: string | undefined): string | undefined =>
    lead === undefined || lead === 'submit' ? lead : lead === first ? 'restart' : idOf(headOf(lead));
  const lead = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });
  const bare = { title: '', help: '', required: false, options: [], other: false };
  const itemOf = (item: PlannedItem): CopyItem => {
    const { key, type, title, help, required, other, scale, rating, grid, date, media } = item;
    return {
      itemId: idOf(key),
      type,
      title,
      help,
      required,
      other,
      options: item.options.map(({ label, goTo }) => ({ label, ...lead('goTo', target(goTo)) })),
      ...(scale && { scale }),
      ...(rating && { rating }),
      ...(grid && { rows: grid.rows.map(({ label }) => label) }),
      ...(date && { date }),
      ...(media && { media: { width: media.width, align: media.align } }),
    };
  };
  const items = plan.sections.flatMap((section, at): readonly CopyItem[] => {
    const { title, help } = section;
    const itemId = idOf(headOf(section.key));
    const before = plan.sections[at - 1]?.next;
    const page: CopyItem = { ...bare, itemId, type: 'page', title, help, ...lead('before', target(before)) };
    const text: CopyItem = { ...bare, itemId, type: 'description', title, help };
    const head = at > 0 ? [page] : title !== '' || help !== '' ? [text] : [];
    return [...head, ...section.items.map(itemOf)];
  });
  const { closesOn: _day, ...settings } = plan.settings;
  return {
    copy: { formId: 'form', title: plan.title, description: plan.description, settings, items },
    links: [...ids].map(([key, itemId]) => ({ itemId, key })),
  };
}
