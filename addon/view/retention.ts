/** View models of 保存期間 and 廃棄. */
import { templateOf } from '../../apps-script/jobs/assets.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { readForm } from '../../apps-script/jobs/book/forms.ts';
import { chamberValues } from '../../apps-script/jobs/book/settings.ts';
import { formsTable } from '../../apps-script/jobs/book/tables.ts';
import { writeSetting } from '../../apps-script/jobs/book/write-setting.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { startsOfFlow } from '../../apps-script/jobs/retention/candidates.ts';
import type { Destroyed } from '../../apps-script/jobs/retention/destroy.ts';
import {
  planDestruction,
  type RefusedAnswer,
  rulesOf,
  titleOf as titleOfForm,
} from '../../apps-script/jobs/retention/plan.ts';
import { groupsOf, oldestOf, unfinishedRun } from '../../apps-script/jobs/retention/records.ts';
import { destructionTable } from '../../apps-script/jobs/retention/table.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import {
  type RetentionRule,
  retentionLines,
  retentionStartLabels,
  retentionWords,
} from '../../shared/settings/retention.ts';
import { chamberPlaces, fillText } from '../../shared/template/mail.ts';
import { issueViews } from './issues.ts';
import type { DestructionPreview, DestructionReport, RetentionView } from './retention-protocol.ts';

export function retentionView(services: Services): RetentionView {
  const book = openBook(services.workbook);
  const { rules, issues } = rulesOf(book);
  const places = chamberPlaces(chamberValues(book.settings()));
  const ids = new Set(book.rows(formsTable).map((row) => readForm(row).templateId));
  return {
    rules: rules.map((rule) => ({ ...rule, words: retentionWords(rule) })),
    targets: [...ids].map((templateId) => {
      const { template } = templateOf(templateId);
      return {
        templateId,
        title: fillText(template.title, places),
        starts: startsOfFlow[template.flow].map((id) => ({ id, label: retentionStartLabels[id] })),
      };
    }),
    issues: issueViews(issues),
  };
}

/** Throws UnusableInput `retention.twice`, `retention.template`; nothing is stored then. */
export function saveRetention(services: Services, rules: readonly RetentionRule[]): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const { issues } = rulesOf({
      ...book,
      settings: () => ({ ...book.settings(), retention: retentionLines(rules) }),
    });
    if (issues.length > 0) throw new UnusableInput(issues);
    writeSetting(book, 'retention', retentionLines(rules));
  });
}

const reasons: Readonly<Record<RefusedAnswer['reason'], string>> = {
  export: 'CSVの取込みがまだ済んでいません。出力して「取込済」を記録すると廃棄できます。',
  import: '台帳にまだ反映されていません。出力と取込みが済むと廃棄できます。',
  mail: '送っていないメールがあります。送られると廃棄できます。',
  'closing-day': '締切の日が分かりません。フォームの締切の日を記録してください。',
  form: 'フォームを開けません。編集者のアカウントで行ってください。',
};

const warnings = [
  '廃棄した回答は元に戻せません。',
  '受付番号、状態、選択肢で選んだ項目、日付、担当者は、集計のために残ります。',
  'フォームに届いた回答と、回答シートの行も消えます。',
  'フォルダー「会員データ出力」の CSV と手紙、送ったメール、ブックの版の履歴には残ります。必要なら手で消してください。',
];

export function destructionPreview(services: Services): DestructionPreview {
  const book = openBook(services.workbook);
  const plan = planDestruction(services, book);
  const titles = new Map<string, string>();
  const titleOf = (formId: string): string => {
    const title = titles.get(formId) ?? titleOfForm(services, formId);
    titles.set(formId, title);
    return title;
  };
  const refused = new Map<string, { title: string; count: number; reason: string }>();
  for (const one of plan.refused) {
    const key = `${one.formId} ${one.reason}`;
    const { count = 0 } = refused.get(key) ?? {};
    refused.set(key, { title: titleOf(one.formId), count: count + 1, reason: reasons[one.reason] });
  }
  const unfinished = unfinishedRun(book);
  return {
    forms: groupsOf(plan.due).map((group) => ({
      formId: group[0]?.formId ?? '',
      title: titleOf(group[0]?.formId ?? ''),
      count: group.length,
      oldest: oldestOf(group),
      rule: group[0] === undefined ? '' : retentionWords(group[0].rule),
    })),
    total: plan.due.length,
    refused: [...refused.values()],
    warnings,
    unfinished: unfinished === '' ? '' : '途中で止まった廃棄があります。続きから進めます。',
    hash: unfinished === '' ? plan.hash : unfinished,
    issues: issueViews(plan.issues),
  };
}

export const destructionReport = (done: Destroyed): DestructionReport => ({
  ...done,
  sheet: destructionTable.name,
});
