/**
 * A form read over the Forms API, in the shape that FormApp's reader gives (`shared/form/copy.ts`). What the API does not tell (settings
 * but the address, where pages lead, input checks) is left at its empty value: `scripts/release/audit.ts` does not judge it.
 */
import type { forms_v1 } from '@googleapis/forms';
import type { CopyItem, CopyOption, FormCopy } from '../../shared/form/copy.ts';

type Schema = forms_v1.Schema$Item;

/** Item ids of the API are those of FormApp in hexadecimal digits. */
const idOf = (item: Schema): string => {
  const number = Number.parseInt(item.itemId ?? '', 16);
  return Number.isNaN(number) ? (item.itemId ?? '') : String(number);
};

const choices = { RADIO: 'choice', CHECKBOX: 'checkbox', DROP_DOWN: 'list' } as const;
const icons = { STAR: 'star', HEART: 'heart', THUMB_UP: 'thumb-up' } as const;
const aligns = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const leads = { SUBMIT_FORM: 'submit', RESTART_FORM: 'restart' } as const;

const named = <T>(names: Readonly<Record<string, T>>, name: string | null | undefined): T | undefined =>
  names[name ?? ''];

function optionOf({ value, goToAction, goToSectionId }: forms_v1.Schema$Option): CopyOption {
  const page = Number.parseInt(goToSectionId ?? '', 16);
  const goTo = Number.isNaN(page) ? named(leads, goToAction) : String(page);
  return { label: value ?? '', ...(goTo === undefined ? {} : { goTo }) };
}

type Kind = Partial<CopyItem> & Pick<CopyItem, 'type'>;

function questionOf(question: forms_v1.Schema$Question): Kind {
  const { choiceQuestion, textQuestion, scaleQuestion, dateQuestion, timeQuestion, ratingQuestion } =
    question;
  if (textQuestion) return { type: textQuestion.paragraph ? 'paragraph' : 'short' };
  if (choiceQuestion) {
    const type = named(choices, choiceQuestion.type);
    const options = choiceQuestion.options ?? [];
    return {
      type: type ?? 'unknown',
      options: options.filter(({ isOther }) => !isOther).map(optionOf),
      other: options.some(({ isOther }) => isOther === true),
    };
  }
  if (scaleQuestion) {
    const { low, high, lowLabel, highLabel } = scaleQuestion;
    return {
      type: 'scale',
      scale: { low: low ?? 0, high: high ?? 5, lowLabel: lowLabel ?? '', highLabel: highLabel ?? '' },
    };
  }
  if (dateQuestion) {
    return {
      type: dateQuestion.includeTime ? 'datetime' : 'date',
      date: { year: dateQuestion.includeYear ?? false },
    };
  }
  if (timeQuestion) return { type: timeQuestion.duration ? 'duration' : 'time' };
  if (ratingQuestion) {
    const { ratingScaleLevel, iconType } = ratingQuestion;
    return {
      type: 'rating',
      rating: { levels: ratingScaleLevel ?? 5, icon: named(icons, iconType) ?? 'star' },
    };
  }
  return { type: 'unknown' };
}

function kindOf(item: Schema): Kind {
  if (item.questionItem?.question) {
    const { question } = item.questionItem;
    return { required: question.required ?? false, ...questionOf(question) };
  }
  if (item.questionGroupItem) {
    const { grid, questions = [] } = item.questionGroupItem;
    return {
      type: grid?.columns?.type === 'CHECKBOX' ? 'checkbox-grid' : 'grid',
      required: questions.some(({ required }) => required === true),
      options: (grid?.columns?.options ?? []).map(optionOf),
      rows: questions.map(({ rowQuestion }) => rowQuestion?.title ?? ''),
    };
  }
  if (item.pageBreakItem) return { type: 'page' };
  if (item.textItem) return { type: 'description' };
  const media = item.imageItem?.image?.properties ?? item.videoItem?.video?.properties;
  if (item.imageItem || item.videoItem) {
    return {
      type: item.imageItem ? 'image' : 'video',
      media: { width: media?.width ?? 0, align: named(aligns, media?.alignment) ?? 'center' },
    };
  }
  return { type: 'unknown' };
}

/** The form as a copy. */
export function copyOfForm(form: forms_v1.Schema$Form): FormCopy {
  return {
    formId: form.formId ?? '',
    title: form.info?.title ?? '',
    description: form.info?.description ?? '',
    settings: {
      collectEmail: (form.settings?.emailCollectionType ?? 'DO_NOT_COLLECT') !== 'DO_NOT_COLLECT',
      progressBar: false,
      limitOneResponse: false,
      allowEdit: false,
      shuffleQuestions: false,
      confirmation: '',
      closedMessage: '',
    },
    items: (form.items ?? []).map((item) => ({
      itemId: idOf(item),
      title: item.title ?? '',
      help: item.description ?? '',
      required: false,
      options: [],
      other: false,
      ...kindOf(item),
    })),
  };
}
