/** View model of a form as those who answer will see it. */
import type { PreviewedForm } from '../../apps-script/jobs/create-form.ts';
import type { FormPlan, PlannedItem } from '../../shared/form/plan.ts';
import type { Template } from '../../shared/template/template.ts';
import type { FormPreview, PreviewItem } from './forms-protocol.ts';
import { issueView } from './issues.ts';

function stepsOf({ scale, rating }: PlannedItem): readonly number[] {
  const [low, high] = scale === undefined ? [1, rating?.levels ?? 0] : [scale.low, scale.high];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
}

function itemView(item: PlannedItem, pages: ReadonlyMap<string, string>): PreviewItem {
  const leads = (goTo: string | undefined): string =>
    goTo === undefined ? '' : goTo === 'submit' ? '送信' : (pages.get(goTo) ?? '');
  const steps = item.type === 'scale' || item.type === 'rating' ? stepsOf(item) : [];
  return {
    key: item.key,
    type: item.type,
    title: item.title,
    help: item.help,
    required: item.required,
    options: [
      ...item.options.map(({ label, goTo }) => ({ label, goTo: leads(goTo) })),
      ...steps.map((step) => ({ label: String(step), goTo: '' })),
    ],
    other: item.other,
    rows: (item.grid?.rows ?? []).map(({ label }) => label),
    ends: [item.scale?.lowLabel ?? '', item.scale?.highLabel ?? ''],
    check: item.validation?.message ?? '',
  };
}

function settingsWords({ settings }: FormPlan): readonly string[] {
  return [
    settings.collectEmail ? '回答する人のメールアドレスを集めます。' : '',
    settings.limitOneResponse ? '回答は1人1回です（Google アカウントが要ります）。' : '',
    settings.allowEdit ? '送ったあとに、回答を直せます。' : '',
    settings.shuffleQuestions ? '設問の順番は、人ごとに変わります。' : '',
    settings.closesOn === ''
      ? '締切はありません。'
      : `${settings.closesOn} の終わりに、受付を自動で止めます。`,
  ].filter((text) => text !== '');
}

export function previewView({ plan, issues }: PreviewedForm, fillIns: Template['fillIns']): FormPreview {
  const labels = new Map(fillIns.map(({ key, label }) => [key, label]));
  const pages = new Map(plan.sections.map(({ key, title }) => [key, title]));
  return {
    templateId: plan.templateId,
    title: plan.title,
    description: plan.description,
    pages: plan.sections.map(({ title, help, items }) => ({
      title,
      help,
      items: items.map((item) => itemView(item, pages)),
    })),
    confirmation: plan.settings.confirmation,
    settings: settingsWords(plan),
    issues: issues.map((one) => issueView(one, (key) => labels.get(key) ?? key)),
  };
}
