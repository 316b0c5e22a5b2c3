/** View models of an application's fields: what was typed, what became of it, and how staff may put it right. */

import { assets, templateOf } from '../../apps-script/jobs/assets.ts';
import type { Application } from '../../apps-script/jobs/book/application.ts';
import { chamberValues, type Settings } from '../../apps-script/jobs/book/settings.ts';
import { isCorrectable } from '../../apps-script/jobs/correct.ts';
import { fieldLabel, ruleLabel, shownAnswer } from '../../apps-script/jobs/words.ts';
import { optionsOf } from '../../shared/form/make.ts';
import { isWritingOnly } from '../../shared/record/kinds/index.ts';
import { fieldKeyOf } from '../../shared/template/elements.ts';
import { reachedSections } from '../../shared/template/reached.ts';
import type { TemplateItem } from '../../shared/template/template.ts';
import type { ApplicationView, EditView, FieldView } from './protocol.ts';

/** Lines of the editor of a text that may hold line breaks. */
const linesOfText = 4;

function editView(application: Application, item: TemplateItem, settings: Settings): EditView | null {
  const key = fieldKeyOf(item);
  if (!isCorrectable(application, key)) return null;
  const { catalogue } = assets();
  const field = catalogue.byKey.get(key);
  const value = application.record.typed[key] ?? application.record.values[key] ?? '';
  const lines = field?.multiline === true || item.type === 'paragraph' ? linesOfText : 0;
  const options = optionsOf(item, catalogue, chamberValues(settings));
  const labels = options.map(({ label }) => ({ value: label, label }));
  if (field?.kind === 'choices' || item.type === 'checkbox') {
    if (options.length === 0)
      return { value, lines, options: [], several: true, hint: '複数は「;」で区切ります。' };
    const codes = (application.record.values[key] ?? '').split(';');
    const chosen = codes.map((one) => options.find(({ code }) => code === one)?.label);
    const known = chosen.every((label) => label !== undefined);
    return { value: known ? chosen.join(';') : value, lines: 0, options: labels, several: true, hint: '' };
  }
  if (options.length === 0 || item.other === true)
    return { value, lines, options: [], several: false, hint: '' };
  const chosen = options.find(({ code }) => code === application.record.values[key]);
  return { value: chosen?.label ?? value, lines: 0, options: labels, several: false, hint: '' };
}

/** A question left blank is shown as such: what is missing matters as much as what is there. */
function fieldView(application: Application, item: TemplateItem, settings: Settings): FieldView {
  const key = fieldKeyOf(item);
  const { typed, values, changes } = application.record;
  const was = typed[key] ?? '';
  const value = values[key] ?? '';
  const change = changes.find((one) => one.key === key);
  const doubtful = change !== undefined && !isWritingOnly(change.rule);
  const first = application.corrections.find((one) => one.key === key);
  return {
    key,
    label: item.title ?? fieldLabel(key),
    shown: value === '' ? was : shownAnswer(item, value),
    typed: was,
    changed: doubtful,
    ruleLabel: doubtful ? ruleLabel(change.rule) : '',
    original: first?.before ?? null,
    edit: editView(application, item, settings),
  };
}

/** Fields by section of the template; what was not asked stands at the end. */
export function fieldSections(application: Application, settings: Settings): ApplicationView['sections'] {
  const { template } = templateOf(application.templateId);
  const asked = new Set<string>();
  const { typed, values } = application.record;
  const reached = reachedSections(template, values);
  const known = template.sections.map((section) => ({
    title: section.title,
    fields: section.items.flatMap((item) => {
      const { key = '' } = item;
      if (key === '') return [];
      asked.add(key);
      // Nobody left a question blank that was never put; what stands there is shown all the same.
      const isThere = typed[key] !== undefined || values[key] !== undefined;
      return isThere || reached.has(section.key) ? [fieldView(application, item, settings)] : [];
    }),
  }));
  const others = [...new Set([...Object.keys(typed), ...Object.keys(values)])]
    .filter((key) => !asked.has(key))
    .map((key) => fieldView(application, { key, type: 'list' }, settings));
  return [...known, { title: 'そのほか', fields: others }].filter((section) => section.fields.length > 0);
}
