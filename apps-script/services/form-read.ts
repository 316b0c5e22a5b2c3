/** Reads the items of a form as data: one fetch of all, then what the fetched objects say. */
import type { CopyItem, CopyOption } from '../../shared/form/copy.ts';
import type { ItemType } from '../../shared/template/template.ts';
import type { Item } from './form-items.ts';

type Page = GoogleAppsScript.Forms.PageBreakItem;

/** Names of https://developers.google.com/apps-script/reference/forms/item-type; others cannot be made by a script. */
const types: Readonly<Record<string, ItemType | 'page'>> = {
  TEXT: 'short',
  PARAGRAPH_TEXT: 'paragraph',
  MULTIPLE_CHOICE: 'choice',
  CHECKBOX: 'checkbox',
  LIST: 'list',
  SCALE: 'scale',
  RATING: 'rating',
  GRID: 'grid',
  CHECKBOX_GRID: 'checkbox-grid',
  DATE: 'date',
  DATETIME: 'datetime',
  TIME: 'time',
  DURATION: 'duration',
  SECTION_HEADER: 'description',
  IMAGE: 'image',
  VIDEO: 'video',
  PAGE_BREAK: 'page',
};

interface Leading {
  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType | null;
}

/** Where a choice or a page break leads; the page is asked for only where the kind says that there is one. */
function wayOf(leading: Leading, page: () => Page | null): { readonly goTo?: string } {
  switch (String(leading.getPageNavigationType() ?? '')) {
    case 'SUBMIT':
      return { goTo: 'submit' };
    case 'RESTART':
      return { goTo: 'restart' };
    case 'GO_TO_PAGE': {
      const target = page();
      return target === null ? {} : { goTo: String(target.getId()) };
    }
    default:
      return {};
  }
}

function optionsOf(choices: readonly GoogleAppsScript.Forms.Choice[]): readonly CopyOption[] {
  return choices.map((choice) => ({
    label: choice.getValue(),
    ...wayOf(choice, () => choice.getGotoPage()),
  }));
}

const plain = (labels: readonly string[]): readonly CopyOption[] => labels.map((label) => ({ label }));

const alignments = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const icons = { STAR: 'star', HEART: 'heart', THUMB_UP: 'thumb-up' } as const;

function named<T>(names: Readonly<Record<string, T>>, value: unknown, otherwise: T): T {
  return names[String(value)] ?? otherwise;
}

/** Of each kind of question the object that knows whether it is required. */
const questions: Readonly<Partial<Record<ItemType, (item: Item) => { isRequired(): boolean }>>> = {
  short: (item) => item.asTextItem(),
  paragraph: (item) => item.asParagraphTextItem(),
  choice: (item) => item.asMultipleChoiceItem(),
  checkbox: (item) => item.asCheckboxItem(),
  list: (item) => item.asListItem(),
  scale: (item) => item.asScaleItem(),
  rating: (item) => item.asRatingItem(),
  grid: (item) => item.asGridItem(),
  'checkbox-grid': (item) => item.asCheckboxGridItem(),
  date: (item) => item.asDateItem(),
  datetime: (item) => item.asDateTimeItem(),
  time: (item) => item.asTimeItem(),
  duration: (item) => item.asDurationItem(),
};

type More = Partial<Pick<CopyItem, 'options' | 'other' | 'scale' | 'rating' | 'rows' | 'date' | 'media'>>;

/** What a kind says beyond title, help and whether it is required. */
const details: Readonly<Partial<Record<ItemType, (item: Item) => More>>> = {
  choice(item) {
    const choice = item.asMultipleChoiceItem();
    return { options: optionsOf(choice.getChoices()), other: choice.hasOtherOption() };
  },
  checkbox(item) {
    const checkbox = item.asCheckboxItem();
    const labels = checkbox.getChoices().map((choice) => choice.getValue());
    return { options: plain(labels), other: checkbox.hasOtherOption() };
  },
  list: (item) => ({ options: optionsOf(item.asListItem().getChoices()) }),
  scale(item) {
    const scale = item.asScaleItem();
    return {
      scale: {
        low: scale.getLowerBound(),
        high: scale.getUpperBound(),
        lowLabel: scale.getLeftLabel(),
        highLabel: scale.getRightLabel(),
      },
    };
  },
  rating(item) {
    const rating = item.asRatingItem();
    return {
      rating: {
        levels: rating.getRatingScaleLevel(),
        icon: named(icons, rating.getRatingIcon(), 'star'),
      },
    };
  },
  grid(item) {
    const grid = item.asGridItem();
    return { options: plain(grid.getColumns()), rows: grid.getRows() };
  },
  'checkbox-grid'(item) {
    const grid = item.asCheckboxGridItem();
    return { options: plain(grid.getColumns()), rows: grid.getRows() };
  },
  date: (item) => ({ date: { year: item.asDateItem().includesYear() } }),
  datetime: (item) => ({ date: { year: item.asDateTimeItem().includesYear() } }),
  image: (item) => ({ media: mediaOf(item.asImageItem()) }),
  video: (item) => ({ media: mediaOf(item.asVideoItem()) }),
};

function mediaOf(media: {
  getWidth(): number;
  getAlignment(): GoogleAppsScript.Forms.Alignment;
}): NonNullable<CopyItem['media']> {
  return {
    width: media.getWidth() ?? 0,
    align: named(alignments, media.getAlignment(), 'center'),
  };
}

/** One item as data; see `shared/form/copy.ts`. */
export function readItem(item: Item): CopyItem {
  const type = types[String(item.getType())] ?? 'unknown';
  const shared: CopyItem = {
    itemId: String(item.getId()),
    type,
    title: item.getTitle(),
    help: item.getHelpText() ?? '',
    required:
      (type === 'page' || type === 'unknown' ? undefined : questions[type]?.(item).isRequired()) ?? false,
    options: [],
    other: false,
  };
  if (type === 'unknown') return shared;
  if (type !== 'page') return { ...shared, ...details[type]?.(item) };
  const page = item.asPageBreakItem();
  const { goTo } = wayOf(page, () => page.getGoToPage());
  return { ...shared, ...(goTo === undefined ? {} : { before: goTo }) };
}
