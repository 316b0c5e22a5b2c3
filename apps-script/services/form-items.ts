/** One row a kind of item: how a planned item becomes an item of FormApp, with choices and validation. */
import type { PlannedItem, PlannedOption } from '../../shared/form/plan.ts';
import type { Validation } from '../../shared/template/template.ts';

type Form = GoogleAppsScript.Forms.Form;
type Page = GoogleAppsScript.Forms.PageBreakItem;
type TextValidation = GoogleAppsScript.Forms.TextValidation;
type CheckboxValidation = GoogleAppsScript.Forms.CheckboxValidation;
type ParagraphValidation = GoogleAppsScript.Forms.ParagraphTextValidation;

/** What all question items share. */
interface Common<Self> {
  setTitle(title: string): Self;
  setHelpText(text: string): Self;
  getId(): number;
}
interface Question<Self> extends Common<Self> {
  setRequired(required: boolean): Self;
}

function label<T extends Common<T>>(item: T, planned: PlannedItem): T {
  item.setTitle(planned.title);
  if (planned.help !== '') item.setHelpText(planned.help);
  return item;
}

function question<T extends Question<T>>(item: T, planned: PlannedItem): T {
  label(item, planned);
  if (planned.required) item.setRequired(true);
  return item;
}

const number = (validation: Validation, at: number): number => validation.numbers?.[at] ?? 0;
const pattern = (validation: Validation): string => validation.pattern ?? '';

/** Rules of a short text; one validation per item is all the platform allows. */
function textValidation(v: Validation): TextValidation {
  const builder = FormApp.createTextValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'matches':
      return builder.requireTextMatchesPattern(pattern(v)).build();
    case 'matches-not':
      return builder.requireTextDoesNotMatchPattern(pattern(v)).build();
    case 'contains':
      return builder.requireTextContainsPattern(pattern(v)).build();
    case 'contains-not':
      return builder.requireTextDoesNotContainPattern(pattern(v)).build();
    case 'email':
      return builder.requireTextIsEmail().build();
    case 'url':
      return builder.requireTextIsUrl().build();
    case 'length-at-least':
      return builder.requireTextLengthGreaterThanOrEqualTo(number(v, 0)).build();
    case 'length-at-most':
      return builder.requireTextLengthLessThanOrEqualTo(number(v, 0)).build();
    case 'whole-number':
      return builder.requireWholeNumber().build();
    case 'number':
      return builder.requireNumber().build();
    case 'number-between':
      return builder.requireNumberBetween(number(v, 0), number(v, 1)).build();
    case 'number-not-between':
      return builder.requireNumberNotBetween(number(v, 0), number(v, 1)).build();
    case 'number-equal':
      return builder.requireNumberEqualTo(number(v, 0)).build();
    case 'number-not-equal':
      return builder.requireNumberNotEqualTo(number(v, 0)).build();
    case 'number-above':
      return builder.requireNumberGreaterThan(number(v, 0)).build();
    case 'number-at-least':
      return builder.requireNumberGreaterThanOrEqualTo(number(v, 0)).build();
    case 'number-below':
      return builder.requireNumberLessThan(number(v, 0)).build();
    case 'number-at-most':
      return builder.requireNumberLessThanOrEqualTo(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of a short text`);
  }
}

function paragraphValidation(v: Validation): ParagraphValidation {
  const builder = FormApp.createParagraphTextValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'matches':
      return builder.requireTextMatchesPattern(pattern(v)).build();
    case 'matches-not':
      return builder.requireTextDoesNotMatchPattern(pattern(v)).build();
    case 'contains':
      return builder.requireTextContainsPattern(pattern(v)).build();
    case 'contains-not':
      return builder.requireTextDoesNotContainPattern(pattern(v)).build();
    case 'length-at-least':
      return builder.requireTextLengthGreaterThanOrEqualTo(number(v, 0)).build();
    case 'length-at-most':
      return builder.requireTextLengthLessThanOrEqualTo(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of a paragraph`);
  }
}

function checkboxValidation(v: Validation): CheckboxValidation {
  const builder = FormApp.createCheckboxValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'select-at-least':
      return builder.requireSelectAtLeast(number(v, 0)).build();
    case 'select-at-most':
      return builder.requireSelectAtMost(number(v, 0)).build();
    case 'select-exactly':
      return builder.requireSelectExactly(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of checkboxes`);
  }
}

const labels = (planned: PlannedItem): string[] => planned.options.map((option) => option.label);

const rows = (planned: PlannedItem): string[] => (planned.grid?.rows ?? []).map((row) => row.label);

function ratingIcon(icon: NonNullable<PlannedItem['rating']>['icon']) {
  const { STAR, HEART, THUMB_UP } = FormApp.RatingIconType;
  return { star: STAR, heart: HEART, 'thumb-up': THUMB_UP }[icon];
}

function alignment(align: NonNullable<PlannedItem['media']>['align']) {
  const { LEFT, CENTER, RIGHT } = FormApp.Alignment;
  return { left: LEFT, center: CENTER, right: RIGHT }[align];
}

type Adder = (form: Form, planned: PlannedItem) => Common<unknown>;

const adders: Readonly<Record<PlannedItem['type'], Adder>> = {
  short(form, planned) {
    const item = question(form.addTextItem(), planned);
    return planned.validation ? item.setValidation(textValidation(planned.validation)) : item;
  },
  paragraph(form, planned) {
    const item = question(form.addParagraphTextItem(), planned);
    return planned.validation ? item.setValidation(paragraphValidation(planned.validation)) : item;
  },
  choice(form, planned) {
    const item = question(form.addMultipleChoiceItem(), planned).setChoiceValues(labels(planned));
    return planned.other ? item.showOtherOption(true) : item;
  },
  checkbox(form, planned) {
    const item = question(form.addCheckboxItem(), planned).setChoiceValues(labels(planned));
    if (planned.other) item.showOtherOption(true);
    return planned.validation ? item.setValidation(checkboxValidation(planned.validation)) : item;
  },
  list: (form, planned) => question(form.addListItem(), planned).setChoiceValues(labels(planned)),
  scale(form, planned) {
    const { low, high, lowLabel, highLabel } = planned.scale ?? {
      low: 1,
      high: 5,
      lowLabel: '',
      highLabel: '',
    };
    return question(form.addScaleItem(), planned).setBounds(low, high).setLabels(lowLabel, highLabel);
  },
  rating(form, planned) {
    const { levels, icon } = planned.rating ?? { levels: 5, icon: 'star' };
    return question(form.addRatingItem(), planned)
      .setRatingScaleLevel(levels)
      .setRatingIcon(ratingIcon(icon));
  },
  grid(form, planned) {
    const item = question(form.addGridItem(), planned).setRows(rows(planned)).setColumns(labels(planned));
    if (planned.grid?.onePerColumn !== true) return item;
    return item.setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build());
  },
  'checkbox-grid'(form, planned) {
    const item = question(form.addCheckboxGridItem(), planned)
      .setRows(rows(planned))
      .setColumns(labels(planned));
    if (planned.grid?.onePerColumn !== true) return item;
    return item.setValidation(
      FormApp.createCheckboxGridValidation().requireLimitOneResponsePerColumn().build(),
    );
  },
  date: (form, planned) => question(form.addDateItem(), planned).setIncludesYear(planned.date?.year ?? true),
  datetime: (form, planned) =>
    question(form.addDateTimeItem(), planned).setIncludesYear(planned.date?.year ?? true),
  time: (form, planned) => question(form.addTimeItem(), planned),
  duration: (form, planned) => question(form.addDurationItem(), planned),
  description: (form, planned) => label(form.addSectionHeaderItem(), planned),
  image(form, planned) {
    const item = label(form.addImageItem(), planned);
    const { source = '', width = 0, align = 'center' } = planned.media ?? {};
    item.setImage(DriveApp.getFileById(source).getBlob()).setAlignment(alignment(align));
    return width > 0 ? item.setWidth(width) : item;
  },
  video(form, planned) {
    const item = label(form.addVideoItem(), planned);
    const { source = '', width = 0, align = 'center' } = planned.media ?? {};
    item.setVideoUrl(source).setAlignment(alignment(align));
    return width > 0 ? item.setWidth(width) : item;
  },
};

/** Adds one item at the end of the form and returns its id; choices that lead elsewhere are set later. */
export function addItem(form: Form, planned: PlannedItem): number {
  return adders[planned.type](form, planned).getId();
}

type Brancher = GoogleAppsScript.Forms.MultipleChoiceItem | GoogleAppsScript.Forms.ListItem;

function choiceOf(item: Brancher, option: PlannedOption, pages: ReadonlyMap<string, Page>) {
  const page = pages.get(option.goTo ?? '');
  if (page !== undefined) return item.createChoice(option.label, page);
  const move = FormApp.PageNavigationType;
  return item.createChoice(option.label, option.goTo === 'submit' ? move.SUBMIT : move.CONTINUE);
}

/** Gives every choice of an item its move: all choices carry one or none does. */
export function setChoices(
  item: GoogleAppsScript.Forms.Item,
  planned: PlannedItem,
  pages: ReadonlyMap<string, Page>,
): void {
  const brancher = planned.type === 'list' ? item.asListItem() : item.asMultipleChoiceItem();
  brancher.setChoices(planned.options.map((option) => choiceOf(brancher, option, pages)));
}

/** An answer to fill in beforehand; null for an item that takes no text. */
export function itemAnswer(
  item: GoogleAppsScript.Forms.Item,
  text: string,
): GoogleAppsScript.Forms.ItemResponse | null {
  switch (item.getType()) {
    case FormApp.ItemType.TEXT:
      return item.asTextItem().createResponse(text);
    case FormApp.ItemType.PARAGRAPH_TEXT:
      return item.asParagraphTextItem().createResponse(text);
    case FormApp.ItemType.MULTIPLE_CHOICE:
      return item.asMultipleChoiceItem().createResponse(text);
    case FormApp.ItemType.LIST:
      return item.asListItem().createResponse(text);
    default:
      return null;
  }
}
