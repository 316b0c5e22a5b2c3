/** `cci template diff`: what a template says otherwise than another, and whether answers that there are would be lost. */

import { type TemplateDifference, templateDifferences } from '../../shared/form/differences.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { planRaw } from '../../shared/form/raw.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { mergeForms } from '../../shared/merge/merge.ts';
import { breaksSince } from '../../shared/template/released.ts';
import { loadCatalogue, placed, readTemplateFile } from '../library.ts';
import type { ExitCode } from './outcome.ts';
import { groupLines } from './plan-words.ts';
import { readSide } from './template-side.ts';

const partWords: Readonly<Record<TemplateDifference['part'], string>> = {
  summary: '一覧の説明',
  audience: '使う人',
  category: '一覧の分類',
  flow: '回答の扱い',
  record: '記録に要る項目',
  capacity: '定員',
  mails: 'メール文',
  fillIns: '記入欄',
  retired: '閉じた質問',
  ownership: '必須・推奨・自所',
  kind: '値の種類',
};

/**
 * Compares two templates (ids, ids with a released version, folders or files) as written. 1 when the second breaks the
 * first: the same that `template check` finds against released versions.
 */
export function templateDiffCommand(a: string, b: string): ExitCode {
  const catalogue = loadCatalogue();
  const before = readSide(a, catalogue);
  const after = readSide(b, catalogue);
  const from = unowned(planRaw(before.template, catalogue));
  const { plan } = mergeForms(from, unowned(planRaw(after.template, catalogue)), from, []);
  const lines = [...groupLines(plan, 'added'), ...groupLines(plan, 'changed')];
  const others = templateDifferences(before.template, after.template);
  if (others.length > 0) lines.push(`［そのほか］フォームの外のところ（${others.length}）`);
  for (const { part, name, before: was, after: is } of others) {
    lines.push(`・${partWords[part]}${name === '' ? '' : `「${name}」`}`);
    lines.push(`　　旧：${was || '（なし）'}`, `　　新：${is || '（なし）'}`);
  }
  const { lineOf: at } = readTemplateFile(after.file, catalogue);
  const breaks = breaksSince(before.template, after.template, catalogue).map((found) =>
    placed(found, after.file, at),
  );
  if (breaks.length > 0) lines.push(`［できないこと］これまでの回答が読めなくなるところ（${breaks.length}）`);
  lines.push(...breaks.map((found) => `・${lineOf(found)}`));
  const { title, version } = after.template;
  process.stdout.write(`${title}：${before.template.version} → ${version}\n`);
  process.stdout.write(lines.length === 0 ? '違いはありません。\n' : `${lines.join('\n')}\n`);
  return breaks.length === 0 ? 0 : 1;
}

/** A form whose changes all come through, whoever decides over them. */
function unowned({ ownership: _form, ...form }: FormPlan): FormPlan {
  return {
    ...form,
    sections: form.sections.map(({ ownership: _section, ...section }) => ({
      ...section,
      items: section.items.map(({ ownership: _item, ...item }) => ({
        ...item,
        options: item.options.map(({ ownership: _option, ...option }) => option),
      })),
    })),
  };
}
