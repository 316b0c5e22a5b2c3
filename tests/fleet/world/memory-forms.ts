/** The forms of one chamber in the simulation: what FormApp would hold, in the shape in which it is read. */
import type {
  FormSettings,
  FormState,
  FormStep,
  Forms,
  ItemLink,
  ItemValues,
} from '../../../apps-script/jobs/port.ts';
import type { CopyItem, CopyOption, FormCopy } from '../../../shared/form/copy.ts';
import type { FormPlan, PlannedItem } from '../../../shared/form/plan.ts';
import {
  type ContentProperty,
  contentProperties,
  propertiesOfType,
} from '../../../shared/template/properties.ts';

export interface FormData {
  id: string;
  fileName: string;
  settings: FormSettings;
  items: CopyItem[];
  published: boolean;
  accepting: boolean;
  workbookId: string;
  /** Ids of items that somebody has answered. */
  answered: string[];
}

const bare: FormSettings = {
  title: '',
  description: '',
  collectEmail: false,
  progressBar: false,
  limitOneResponse: false,
  allowEdit: false,
  shuffleQuestions: false,
  confirmation: '',
  closedMessage: '',
};

/** What of an item's values can be read back. */
const readBack: Readonly<Record<ContentProperty, (values: ItemValues) => Partial<CopyItem>>> = {
  title: ({ title }) => ({ title }),
  help: ({ help }) => ({ help }),
  required: ({ required }) => ({ required }),
  options: ({ options }) => ({ options: options.map((option): CopyOption => ({ ...option })) }),
  other: ({ other }) => ({ other }),
  validation: () => ({}),
  scale: ({ scale }) => (scale === undefined ? {} : { scale }),
  rating: ({ rating }) => (rating === undefined ? {} : { rating }),
  grid: ({ grid }) => (grid === undefined ? {} : { rows: grid.rows.map(({ label }) => label) }),
  date: ({ date }) => ({ date: date ?? { year: true } }),
  media: ({ media }) => (media === undefined ? {} : { media: { width: media.width, align: media.align } }),
};

function propertiesOf(type: CopyItem['type']): readonly ContentProperty[] {
  if (type === 'unknown') return [];
  const own: readonly string[] = type === 'page' ? ['title', 'help'] : propertiesOfType[type];
  return contentProperties.filter((property) => own.includes(property));
}

function itemOf(itemId: string, values: ItemValues): CopyItem {
  const blank: CopyItem = {
    itemId,
    type: values.type,
    title: '',
    help: '',
    required: false,
    options: [],
    other: false,
  };
  return Object.assign(blank, ...propertiesOf(values.type).map((property) => readBack[property](values)));
}

/** `FormApp` refuses what nothing is; so does this. */
function at(form: FormData, itemId: string): number {
  const found = form.items.findIndex((item) => item.itemId === itemId);
  if (found < 0) throw new Error('Invalid data updating form: the item does not exist.');
  return found;
}

export class MemoryForms implements Forms {
  readonly all: FormData[];
  /** Number of the next item or form; the same world gives the same numbers. */
  next: number;
  readonly #prefix: string;

  constructor(prefix: string, all: FormData[] = [], next = 1) {
    this.#prefix = prefix;
    this.all = all;
    this.next = next;
  }

  #new(): string {
    this.next += 1;
    return String(1_000_000 + this.next);
  }

  #form(formId: string): FormData {
    const found = this.all.find(({ id }) => id === formId);
    if (found === undefined) throw new Error('No item with the given ID could be found.');
    return found;
  }

  create(fileName: string): string {
    this.next += 1;
    const id = `${this.#prefix}form-${this.next}`;
    this.all.push({
      id,
      fileName,
      settings: { ...bare },
      items: [],
      published: false,
      accepting: false,
      workbookId: '',
      answered: [],
    });
    return id;
  }

  find(fileName: string): string | null {
    return this.all.find((form) => form.fileName === fileName)?.id ?? null;
  }

  idAt(): string | null {
    return null;
  }

  build(formId: string, plan: FormPlan): readonly ItemLink[] {
    const form = this.#form(formId);
    const { closesOn: _ours, ...settings } = plan.settings;
    form.settings = { title: plan.title, description: plan.description, ...settings };
    form.items = [];
    const links: ItemLink[] = [];
    const pages = new Map<string, string>();
    const add = (key: string, values: ItemValues): string => {
      const itemId = this.#new();
      form.items.push(itemOf(itemId, values));
      links.push({ itemId, key });
      return itemId;
    };
    const plain = (item: PlannedItem): ItemValues => ({
      ...item,
      options: item.options.map(({ label }) => ({ label })),
    });
    plan.sections.forEach((section, index) => {
      const { title, help, key } = section;
      const head = { title, help, required: false, options: [], other: false };
      if (index > 0) pages.set(key, add(`section.${key}`, { type: 'page', ...head }));
      else if (title !== '' || help !== '') add(`section.${key}`, { type: 'description', ...head });
      for (const item of section.items) add(item.key, plain(item));
    });
    const first = plan.sections[0]?.key;
    const way = (goTo: string | undefined): string | undefined =>
      goTo === undefined
        ? undefined
        : goTo === first
          ? 'restart'
          : goTo === 'submit'
            ? goTo
            : pages.get(goTo);
    const idOf = new Map(links.map(({ itemId, key }) => [key, itemId]));
    for (const item of plan.sections.flatMap(({ items }) => items)) {
      if (item.options.every(({ goTo }) => goTo === undefined)) continue;
      const options = item.options.map(({ label, goTo }): CopyOption => {
        const target = way(goTo);
        return target === undefined ? { label } : { label, goTo: target };
      });
      this.#change(form, idOf.get(item.key) ?? '', { options });
    }
    plan.sections.forEach((section, index) => {
      const following = plan.sections[index + 1];
      const target = way(section.next);
      if (following === undefined || target === undefined) return;
      this.#change(form, pages.get(following.key) ?? '', { before: target });
    });
    return links;
  }

  #change(form: FormData, itemId: string, change: Partial<CopyItem>): void {
    const place = at(form, itemId);
    const item = form.items[place];
    if (item !== undefined) form.items[place] = { ...item, ...change };
  }

  read(formId: string): FormCopy | null {
    const form = this.all.find(({ id }) => id === formId);
    if (form === undefined) return null;
    const { title, description, ...settings } = form.settings;
    // Items are replaced, never changed in place.
    return { formId, title, description, settings, items: [...form.items] };
  }

  readSettings(formId: string): FormSettings {
    return { ...this.#form(formId).settings };
  }

  #carryOut(form: FormData, step: FormStep, last: string): string | null {
    const idOf = (itemId: string): string => (itemId === '' ? last : itemId);
    switch (step.step) {
      case 'settings':
        form.settings = { ...form.settings, ...step.values };
        return null;
      case 'add': {
        const itemId = this.#new();
        form.items.push(itemOf(itemId, step.values));
        return itemId;
      }
      case 'set': {
        const wanted = propertiesOf(step.values.type).filter((property) =>
          step.properties.includes(property),
        );
        const change = Object.assign({}, ...wanted.map((property) => readBack[property](step.values)));
        this.#change(form, idOf(step.itemId), change);
        return null;
      }
      case 'lead': {
        const place = at(form, idOf(step.pageId));
        const page = form.items[place];
        if (page === undefined) return null;
        const { before: _old, ...rest } = page;
        form.items[place] = step.goTo === undefined ? rest : { ...rest, before: step.goTo };
        return null;
      }
      case 'move': {
        const [item] = form.items.splice(at(form, idOf(step.itemId)), 1);
        const behind = step.after === null ? -1 : at(form, idOf(step.after));
        if (item !== undefined) form.items.splice(behind + 1, 0, item);
        return null;
      }
      case 'remove':
        form.items.splice(at(form, idOf(step.itemId)), 1);
        return null;
    }
  }

  apply(
    formId: string,
    steps: readonly FormStep[],
  ): { readonly added: readonly string[]; readonly items: readonly CopyItem[] } {
    const form = this.#form(formId);
    const added: string[] = [];
    for (const step of steps) {
      const itemId = this.#carryOut(form, step, added[added.length - 1] ?? '');
      if (itemId !== null) added.push(itemId);
    }
    return { added, items: [...form.items] };
  }

  hasAnswers(formId: string): boolean {
    return this.#form(formId).answered.length > 0;
  }

  close(formId: string): void {
    this.#form(formId).accepting = false;
  }

  link(formId: string, workbookId: string): void {
    this.#form(formId).workbookId = workbookId;
  }

  publish(formId: string): void {
    Object.assign(this.#form(formId), { published: true, accepting: true });
  }

  renameFile(formId: string, fileName: string): void {
    this.#form(formId).fileName = fileName;
  }

  look(formId: string): FormState | null {
    const form = this.all.find(({ id }) => id === formId);
    if (form === undefined) return null;
    const { published, accepting } = form;
    const { title } = form.settings;
    return {
      formId,
      title,
      publishedUrl: `https://docs.google.com/forms/d/e/${formId}/viewform`,
      editUrl: `https://docs.google.com/forms/d/${formId}/edit`,
      published,
      accepting,
    };
  }

  workbookOf(formId: string): string {
    return this.all.find(({ id }) => id === formId)?.workbookId ?? '';
  }

  prefilledUrl(formId: string): string {
    return `https://docs.google.com/forms/d/e/${formId}/viewform`;
  }
}
