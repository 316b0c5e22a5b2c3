/** View models of a form that is to be taken over (which item is which question of the template, how sure) or written down. */
import { templateOf } from '../../apps-script/jobs/assets.ts';
import type { AdoptionPreview } from '../../apps-script/jobs/forms/adopt-form.ts';
import type { Captured } from '../../apps-script/jobs/forms/capture-form.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { type AdoptReason, sureEnough } from '../../shared/merge/adopt.ts';
import { typeWords } from '../../shared/merge/value-words.ts';
import { templateTitle } from './forms-card.ts';
import type { AdoptPreview, CaptureView, Confidence, MatchView } from './forms-protocol.ts';
import { issueViews } from './issues.ts';

const reasonWords: Readonly<Record<AdoptReason, string>> = {
  'title-same': '題が同じ',
  'title-synonym': '題が同じ意味',
  'title-similar': '題が似ている',
  'type-same': '種類が同じ',
  'type-other': '種類は違う',
  'options-same': '選択肢が同じ',
  'options-similar': '選択肢が似ている',
  'place-same': '場所が同じ',
  'item-unmatched': '',
  'key-unmatched': '',
};

const confidenceLabels: Readonly<Record<Confidence, string>> = {
  high: '高',
  medium: '中',
  low: '低',
  none: 'なし',
};

/** From here on nobody need look twice. */
const quiteSure = 0.9;

export function confidenceOf(confidence: number, isMatched: boolean): Confidence {
  if (!isMatched) return 'none';
  if (confidence >= quiteSure) return 'high';
  return confidence >= sureEnough ? 'medium' : 'low';
}

const kindWords = (type: string): string =>
  new Map<string, string>([
    ...Object.entries(typeWords),
    ['page', 'ページ'],
    ['unknown', 'その他の種類'],
  ]).get(type) ?? type;

function questionsOf({ sections }: FormPlan): AdoptPreview['questions'] {
  return sections.flatMap((section, index) => [
    ...(index === 0 && section.title === ''
      ? []
      : [{ key: `section.${section.key}`, title: section.title, typeLabel: kindWords('page') }]),
    ...section.items.map(({ key, title, type }) => ({ key, title, typeLabel: kindWords(type) })),
  ]);
}

export function adoptView(found: AdoptionPreview): AdoptPreview {
  const { copy, plan } = found;
  const byItem = new Map(found.matches.map((match) => [match.itemId, match]));
  const matches = copy.items.map((item): MatchView => {
    const match = byItem.get(item.itemId);
    const key = match?.key ?? '';
    const confidence = confidenceOf(match?.confidence ?? 0, key !== '');
    return {
      itemId: item.itemId,
      title: item.title,
      typeLabel: kindWords(item.type),
      key,
      confidence,
      confidenceLabel: confidenceLabels[confidence],
      ground: (match?.reasons ?? [])
        .map((reason) => reasonWords[reason])
        .filter((words) => words !== '')
        .join('、'),
    };
  });
  return {
    formId: copy.formId,
    title: copy.title,
    templateId: found.templateId,
    templates: found.templates.map(({ id }) => ({ id, title: templateTitle(templateOf(id).template) })),
    matches,
    questions: questionsOf(plan),
    issues: issueViews(found.issues),
    hash: found.hash,
  };
}

export function captureView({ fileName, fileUrl, questions, issues }: Captured): CaptureView {
  return { fileName, fileUrl, questions, issues: issueViews(issues) };
}
