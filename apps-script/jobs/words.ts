/** Words that jobs write into sheets and mails: labels of fields, values as people read them, names of rules. */

import type { Action } from '../../shared/change/decide.ts';
import { industryName } from '../../shared/record/kinds/index.ts';
import { fieldKeyOf } from '../../shared/template/elements.ts';
import type { TemplateItem } from '../../shared/template/template.ts';
import { assets } from './assets.ts';

const actionLabels: Readonly<Record<Action, string>> = {
  advance: '次へ進めた',
  approve: '承認した',
  return: '差し戻した',
  withdraw: '取下げにした',
  reopen: '再開した',
};

export function actionLabel(action: Action): string {
  return actionLabels[action];
}

/** Label of a field; a chamber's own key (`local.x`) shows its slug. */
export function fieldLabel(key: string): string {
  return assets().catalogue.byKey.get(key)?.label ?? key.replace(/^local\./, '');
}

const consentLabels: Readonly<Record<string, string>> = { yes: '同意する', no: '同意しない' };

function optionLabel(key: string, code: string): string {
  const { catalogue } = assets();
  const list = catalogue.codeLists.get(catalogue.byKey.get(key)?.codeList ?? '');
  return list?.options.find((option) => option.code === code)?.label ?? code;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A canonical value as people read it: labels for codes, `E 製造業`, `1,000,000円`, `2019年4月1日`. */
export function shownValue(key: string, value: string): string {
  if (value === '') return '';
  const kind = assets().catalogue.byKey.get(key)?.kind;
  switch (kind) {
    case 'choice':
      return optionLabel(key, value);
    case 'choices':
      return value
        .split(';')
        .map((code) => optionLabel(key, code))
        .join('、');
    case 'consent':
      return consentLabels[value] ?? value;
    case 'industry':
      return `${value} ${industryName(value)}`.trimEnd();
    case 'yen':
      return /^\d+$/.test(value) ? `${grouped(value)}円` : value;
    case 'integer':
      return /^\d+$/.test(value) ? grouped(value) : value;
    case 'postal-code':
      return /^\d{7}$/.test(value) ? `〒${value.slice(0, 3)}-${value.slice(3)}` : value;
    case 'date':
    case 'month': {
      const [year, month, day] = value.split('-').map(Number);
      if (year === undefined || month === undefined || Number.isNaN(month)) return value;
      return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
    }
    case 'year':
      return /^\d{4}$/.test(value) ? `${value}年` : value;
    case 'month-of-year':
      return /^\d{1,2}$/.test(value) ? `${value}月` : value;
    default:
      return value;
  }
}

/**
 * A canonical value as people read it, consents and a chamber's own questions by the label of the template's option
 * (「誓約する」).
 */
export function shownAnswer(item: TemplateItem, value: string): string {
  const key = fieldKeyOf(item);
  const kind = assets().catalogue.byKey.get(key)?.kind ?? 'consent';
  const chosen = kind === 'consent' ? item.options?.find((option) => option.code === value) : undefined;
  return chosen?.label ?? shownValue(key, value);
}

export { ruleLabel } from '../../shared/issue/ja/rules.ts';
