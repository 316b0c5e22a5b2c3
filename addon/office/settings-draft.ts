/** The chamber's values while a person changes them, and what can be said before the server is asked. */
import { listOf } from '../sidebar/format.ts';
import { setupFaults } from '../sidebar/setup-check.ts';
import type { OfficeSettings, SettingValues } from '../view/office-protocol.ts';

/** Every value as it is typed; lists have one entry a line. */
export type SettingsDraft = { readonly [K in keyof SettingValues]: string };

export function settingsDraft(values: SettingValues): SettingsDraft {
  return {
    ...values,
    divisions: values.divisions.join('\n'),
    districts: values.districts.join('\n'),
    feeTable: values.feeTable.join('\n'),
    mailsPerDay: String(values.mailsPerDay),
  };
}

/** A fee may hold 、 and commas: only line breaks part the entries. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

const amountOf = (text: string): number => Number(text.normalize('NFKC').replace(/[,\s通]/g, ''));

export function valuesOf(draft: SettingsDraft): SettingValues {
  return {
    ...draft,
    divisions: [...listOf(draft.divisions)],
    districts: [...listOf(draft.districts)],
    feeTable: linesOf(draft.feeTable),
    mailsPerDay: amountOf(draft.mailsPerDay),
  };
}

/** Faults by field; an empty object when the values may be sent. The server checks the same and more. */
export function settingsFaults(
  draft: SettingsDraft,
  { mostMails }: Pick<OfficeSettings, 'mostMails'>,
): Readonly<Partial<Record<keyof SettingsDraft, string>>> {
  const amount = amountOf(draft.mailsPerDay);
  const isAmount = Number.isInteger(amount) && amount >= 1 && amount <= mostMails;
  return {
    ...setupFaults(draft),
    ...(isAmount ? {} : { mailsPerDay: `1から${mostMails}までの数字で入れてください。` }),
  };
}
