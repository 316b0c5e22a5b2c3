/** The chamber's settings, changed by a person at the page 点検と設定. */

import { sha256Hex } from '../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../shared/bytes/utf8.ts';
import { readSubstituteTable, writableBy } from '../../shared/csv/substitute-table.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { isMailable } from '../../shared/text/mailable.ts';
import { type Book, openBook } from './book/book.ts';
import { profileFor } from './book/profiles.ts';
import { defaultSettings } from './book/settings.ts';
import { settingText, writeSettings } from './book/write-setting.ts';
import type { Services } from './port.ts';

export interface ChamberSettings {
  readonly chamberName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly privacyUrl: string;
  readonly articlesUrl: string;
  readonly divisions: readonly string[];
  readonly districts: readonly string[];
  readonly feeTable: readonly string[];
  readonly profileId: string;
  /** A line a character: `鷗=鴎`. */
  readonly substitutes: string;
  readonly mailsPerDay: number;
}

/** Recipients a day of a Workspace account (https://developers.google.com/apps-script/guides/services/quotas). */
export const mostMails = defaultSettings.mailsPerDay;

export function chamberSettings(book: Book): ChamberSettings {
  const { chamber, divisions, districts, feeTable, profileId, mailsPerDay } = book.settings();
  const { name, ...others } = chamber;
  const substitutes = settingText(book, 'substitutes');
  return {
    chamberName: name,
    ...others,
    divisions,
    districts,
    feeTable,
    profileId,
    substitutes,
    mailsPerDay,
  };
}

/** Tells these values from any others. */
export const settingsHash = (values: ChamberSettings): string =>
  sha256Hex(encodeUtf8(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))));

const lines = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

function cleaned(values: ChamberSettings): ChamberSettings {
  const { divisions, districts, feeTable, profileId, substitutes, mailsPerDay, ...texts } = values;
  return {
    chamberName: texts.chamberName.trim(),
    phone: texts.phone.trim(),
    email: texts.email.trim(),
    address: texts.address.trim(),
    privacyUrl: texts.privacyUrl.trim(),
    articlesUrl: texts.articlesUrl.trim(),
    divisions: lines(divisions),
    districts: lines(districts),
    feeTable: lines(feeTable),
    profileId,
    substitutes: substitutes.trim(),
    mailsPerDay,
  };
}

/** What stands against the values; the key of an issue is the field it is about. Throws UnusableInput `profile.unknown`. */
function faults(book: Book, values: ChamberSettings): readonly Issue[] {
  const required = [
    ['chamberName', 'setup.chamber-name'],
    ['phone', 'setup.phone'],
    ['email', 'setup.email'],
  ] as const;
  const blank = required.flatMap(([key, code]) => (values[key] === '' ? [issue(code, 'error', key)] : []));
  const mail =
    values.email === '' || isMailable(values.email)
      ? []
      : [issue('settings.mail', 'error', 'email', { value: values.email })];
  const addresses = (['privacyUrl', 'articlesUrl'] as const).flatMap((key) =>
    values[key] === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(values[key])
      ? []
      : [issue('settings.address', 'error', key, { value: values[key] })],
  );
  const { issues } = readSubstituteTable(values.substitutes, writableBy(profileFor(book, values.profileId)));
  const isAmount =
    Number.isInteger(values.mailsPerDay) && values.mailsPerDay >= 1 && values.mailsPerDay <= mostMails;
  return [
    ...blank,
    ...mail,
    ...addresses,
    ...issues.map((one) => ({ ...one, key: 'substitutes' })),
    ...(isAmount
      ? []
      : [issue('settings.mails-per-day', 'error', 'mailsPerDay', { params: { most: mostMails } })]),
  ];
}

const textsOf = (values: ChamberSettings): Readonly<Record<string, string>> => ({
  'chamber.name': values.chamberName,
  'chamber.phone': values.phone,
  'chamber.email': values.email,
  'chamber.address': values.address,
  'chamber.privacyUrl': values.privacyUrl,
  'chamber.articlesUrl': values.articlesUrl,
  divisions: values.divisions.join('\n'),
  districts: values.districts.join('\n'),
  feeTable: values.feeTable.join('\n'),
  profileId: values.profileId,
  substitutes: values.substitutes,
  mailsPerDay: String(values.mailsPerDay),
});

/**
 * Writes what was changed; all other rows of 設定 stay as they are. The same call again changes nothing. Throws UnusableInput
 * `settings.changed` (the values that were shown are no longer those of the workbook), `setup.…`, `settings.…`, `substitutes.…`,
 * `profile.unknown`; nothing is written then.
 */
export function saveSettings(
  services: Services,
  input: { readonly hash: string; readonly values: ChamberSettings },
): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const wanted = cleaned(input.values);
    const before = chamberSettings(book);
    if (settingsHash(before) === settingsHash(wanted)) return;
    if (settingsHash(before) !== input.hash) {
      throw new UnusableInput([issue('settings.changed', 'error', '')]);
    }
    const found = faults(book, wanted);
    if (found.length > 0) throw new UnusableInput(found);
    writeSettings(book, textsOf(wanted));
  });
}
