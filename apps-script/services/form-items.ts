/**
 * One row a kind of item: how it is added and how each of its properties is set. Making a form and changing one use the
 * same rows (https://developers.google.com/apps-script/reference/forms/item).
 */

import type { PlannedItem } from '../../shared/form/plan.ts';
import { contentProperties } from '../../shared/template/properties.ts';
import type { ItemType, Validation } from '../../shared/template/template.ts';
import type { ItemProperty, ItemValues } from '../jobs/port.ts';
import { checkboxValidation, paragraphValidation, textValidation } from './form-validation.ts';

type Form = GoogleAppsScript.Forms.Form;
export type Item = GoogleAppsScript.Forms.Item;
type Page = GoogleAppsScript.Forms.PageBreakItem;
type Brancher = GoogleAppsScript.Forms.MultipleChoiceItem | GoogleAppsScript.Forms.ListItem;

/** Finds the page of an item id, for what leads to it. */
export type PageOf = (itemId: string) => Page;

/** Sets one property of an item to what `values` says. */
type Setter<T> = (item: T, values: ItemValues, pageOf: PageOf) => unknown;
type Setters<T> = { readonly [P in ItemProperty]?: Setter<T> };

/** A kind of item; the class that the platform has for it is known inside only. */
interface Kind {
  /** Adds one at the end of the form and gives it all that it should have. */
  readonly add: (form: Form, values: ItemValues, pageOf: PageOf) => number;
  readonly set: (item: Item, values: ItemValues, properties: readonly ItemProperty[], pageOf: PageOf) => void;
}

/** Whether a new item of the platform has this already, so that it costs no call. */
const standsAlready: { readonly [P in ItemProperty]?: (values: ItemValues) => boolean } = {
  title: ({ title }) => title === '',
  help: ({ help }) => help === '',
  required: ({ required }) => !required,
  other: ({ other }) => !other,
  validation: ({ validation }) => validation === undefined,
  date: ({ date }) => date?.year !== false,
};

interface Labelled {
  getId(): number;
  setTitle(title: string): unknown;
  setHelpText(text: string): unknown;
}
interface Question extends Labelled {
  setRequired(required: boolean): unknown;
}

function kind<T extends Labelled>(add: (form: Form) => T, as: (item: Item) => T, own: Setters<T> = {}): Kind {
  const setters: Setters<T> = {
    title: (item, { title }) => item.setTitle(title),
    help: (item, { help }) => item.setHelpText(help),
    ...own,
  };
  return {
    add(form, values, pageOf) {
      const item = add(form);
      for (const property of contentProperties) {
        if (standsAlready[property]?.(values) !== true) setters[property]?.(item, values, pageOf);
      }
      return item.getId();
    },
    set(item, values, properties, pageOf) {
      const own = as(item);
      for (const property of properties) setters[property]?.(own, values, pageOf);
    },
  };
}

function question<T extends Question>(
  add: (form: Form) => T,
  as: (item: Item) => T,
  own: Setters<T> = {},
): Kind {
  return kind<T>(add, as, { required: (item, { required }) => item.setRequired(required), ...own });
}

const labels = (values: ItemValues): string[] => values.options.map((option) => option.label);
const rowLabels = (values: ItemValues): string[] => (values.grid?.rows ?? []).map((row) => row.label);

function choiceOf(item: Brancher, { label, goTo }: ItemValues['options'][number], pageOf: PageOf) {
  const { CONTINUE, SUBMIT, RESTART } = FormApp.PageNavigationType;
  if (goTo === undefined) return item.createChoice(label, CONTINUE);
  if (goTo === 'submit') return item.createChoice(label, SUBMIT);
  return goTo === 'restart' ? item.createChoice(label, RESTART) : item.createChoice(label, pageOf(goTo));
}

/** All choices of an item carry a way or none does (https://developers.google.com/apps-script/reference/forms/choice). */
function setBranching(item: Brancher, values: ItemValues, pageOf: PageOf): void {
  if (values.options.every((option) => option.goTo === undefined)) item.setChoiceValues(labels(values));
  else item.setChoices(values.options.map((option) => choiceOf(item, option, pageOf)));
}

/** Where a page leads is held by the page break after it. */
export function leadTo(page: Page, goTo: string | undefined, pageOf: PageOf): void {
  const { CONTINUE, SUBMIT, RESTART } = FormApp.PageNavigationType;
  if (goTo === undefined) page.setGoToPage(CONTINUE);
  else if (goTo === 'submit') page.setGoToPage(SUBMIT);
  else if (goTo === 'restart') page.setGoToPage(RESTART);
  else page.setGoToPage(pageOf(goTo));
}

function ratingIcon(icon: NonNullable<PlannedItem['rating']>['icon']) {
  const { STAR, HEART, THUMB_UP } = FormApp.RatingIconType;
  return { star: STAR, heart: HEART, 'thumb-up': THUMB_UP }[icon];
}

function alignment(align: NonNullable<PlannedItem['media']>['align']) {
  const { LEFT, CENTER, RIGHT } = FormApp.Alignment;
  return { left: LEFT, center: CENTER, right: RIGHT }[align];
}

interface Checked<V> {
  setValidation(validation: V): unknown;
  clearValidation(): unknown;
}

/** Sets the check that the values ask for, or takes away the one that stands. */
function setCheck<V>(item: Checked<V>, check: Validation | undefined, make: (check: Validation) => V): void {
  if (check === undefined) item.clearValidation();
  else item.setValidation(make(check));
}

const media = (values: ItemValues): NonNullable<PlannedItem['media']> =>
  values.media ?? { source: '', width: 0, align: 'center' };

function setGrid<G extends Checked<V> & { setRows(rows: string[]): unknown }, V>(
  grid: G,
  values: ItemValues,
  check: () => V,
): void {
  grid.setRows(rowLabels(values));
  if (values.grid?.onePerColumn === true) grid.setValidation(check());
  else grid.clearValidation();
}

const kinds: Readonly<Record<ItemType | 'page', Kind>> = {
  short: question(
    (form) => form.addTextItem(),
    (item) => item.asTextItem(),
    { validation: (item, { validation }) => setCheck(item, validation, textValidation) },
  ),
  paragraph: question(
    (form) => form.addParagraphTextItem(),
    (item) => item.asParagraphTextItem(),
    { validation: (item, { validation }) => setCheck(item, validation, paragraphValidation) },
  ),
  choice: question(
    (form) => form.addMultipleChoiceItem(),
    (item) => item.asMultipleChoiceItem(),
    { options: setBranching, other: (item, { other }) => item.showOtherOption(other) },
  ),
  checkbox: question(
    (form) => form.addCheckboxItem(),
    (item) => item.asCheckboxItem(),
    {
      options: (item, values) => item.setChoiceValues(labels(values)),
      other: (item, { other }) => item.showOtherOption(other),
      validation: (item, { validation }) => setCheck(item, validation, checkboxValidation),
    },
  ),
  list: question(
    (form) => form.addListItem(),
    (item) => item.asListItem(),
    { options: setBranching },
  ),
  scale: question(
    (form) => form.addScaleItem(),
    (item) => item.asScaleItem(),
    {
      scale(item, { scale }) {
        const { low, high, lowLabel, highLabel } = scale ?? { low: 1, high: 5, lowLabel: '', highLabel: '' };
        item.setBounds(low, high).setLabels(lowLabel, highLabel);
      },
    },
  ),
  rating: question(
    (form) => form.addRatingItem(),
    (item) => item.asRatingItem(),
    {
      rating(item, { rating }) {
        const { levels, icon } = rating ?? { levels: 5, icon: 'star' };
        item.setRatingScaleLevel(levels).setRatingIcon(ratingIcon(icon));
      },
    },
  ),
  grid: question(
    (form) => form.addGridItem(),
    (item) => item.asGridItem(),
    {
      options: (item, values) => item.setColumns(labels(values)),
      grid: (item, values) =>
        setGrid(item, values, () =>
          FormApp.createGridValidation().requireLimitOneResponsePerColumn().build(),
        ),
    },
  ),
  'checkbox-grid': question(
    (form) => form.addCheckboxGridItem(),
    (item) => item.asCheckboxGridItem(),
    {
      options: (item, values) => item.setColumns(labels(values)),
      grid: (item, values) =>
        setGrid(item, values, () =>
          FormApp.createCheckboxGridValidation().requireLimitOneResponsePerColumn().build(),
        ),
    },
  ),
  date: question(
    (form) => form.addDateItem(),
    (item) => item.asDateItem(),
    { date: (item, { date }) => item.setIncludesYear(date?.year ?? true) },
  ),
  datetime: question(
    (form) => form.addDateTimeItem(),
    (item) => item.asDateTimeItem(),
    { date: (item, { date }) => item.setIncludesYear(date?.year ?? true) },
  ),
  time: question(
    (form) => form.addTimeItem(),
    (item) => item.asTimeItem(),
  ),
  duration: question(
    (form) => form.addDurationItem(),
    (item) => item.asDurationItem(),
  ),
  description: kind(
    (form) => form.addSectionHeaderItem(),
    (item) => item.asSectionHeaderItem(),
  ),
  image: kind(
    (form) => form.addImageItem(),
    (item) => item.asImageItem(),
    {
      media(item, values) {
        const { source, width, align } = media(values);
        item.setImage(DriveApp.getFileById(source).getBlob()).setAlignment(alignment(align));
        if (width > 0) item.setWidth(width);
      },
    },
  ),
  video: kind(
    (form) => form.addVideoItem(),
    (item) => item.asVideoItem(),
    {
      media(item, values) {
        const { source, width, align } = media(values);
        item.setVideoUrl(source).setAlignment(alignment(align));
        if (width > 0) item.setWidth(width);
      },
    },
  ),
  page: kind(
    (form) => form.addPageBreakItem(),
    (item) => item.asPageBreakItem(),
  ),
};

function kindOf(type: ItemValues['type']): Kind {
  if (type === 'unknown') throw new Error('an item of an unknown kind can be neither made nor changed');
  return kinds[type];
}

/** Adds one item at the end of the form, with all that it should have; its id. */
export function addItem(form: Form, values: ItemValues, pageOf: PageOf): number {
  return kindOf(values.type).add(form, values, pageOf);
}

/** Sets these properties of an item; those that its kind does not have are passed over. */
export function setProperties(
  item: Item,
  values: ItemValues,
  properties: readonly ItemProperty[],
  pageOf: PageOf,
): void {
  kindOf(values.type).set(item, values, properties, pageOf);
}
