/**
 * JCCI's sheet 共有の申し出: a row an offer. People read it and write what became of it into 状態; what counts of the offer itself is the
 * JSON in the last columns.
 */

import { jsonOrNull } from '../text/json.ts';
import { shownMoment } from './fleet-table.ts';
import { type Offer, offerId, offerKindLabels, parseOffer } from './offer.ts';

export const offerSheetName = '共有の申し出';

/** What the collector writes; anything else in 状態 is a person's word. */
export const offerWaiting = '未確認';

/** A cell holds 50,000 characters; escapes within the text count as they stand. */
const partLength = 45_000;
const parts = 8;
/** Mark before each part, so that no cell can look like a number or a formula. */
const mark = '|';
const dataHeaders = Array.from({ length: parts }, (_unused, at) => `データ${at + 1}`);

export const offerHeaders: readonly string[] = [
  '受信',
  '番号',
  'コード',
  '商工会議所',
  '種類',
  '題',
  '説明',
  '状態',
  ...dataHeaders,
];

/** Texts of a row by header; null for an offer that the cells cannot hold. */
export function offerCells(offer: Offer, receivedAt: number): Readonly<Record<string, string>> | null {
  const text = JSON.stringify(offer);
  if (text.length > partLength * parts) return null;
  const data = dataHeaders.map((header, at) => {
    const part = text.slice(at * partLength, (at + 1) * partLength);
    return [header, part === '' ? '' : mark + part] as const;
  });
  return {
    受信: shownMoment(receivedAt),
    番号: offerId(offer),
    コード: offer.chamber,
    商工会議所: offer.name,
    種類: offerKindLabels[offer.kind],
    題: offer.title,
    説明: offer.about,
    状態: offerWaiting,
    ...Object.fromEntries(data),
  };
}

export interface StoredOffer {
  readonly id: string;
  readonly receivedAt: string;
  /** `未確認`, or what somebody wrote. */
  readonly state: string;
  readonly offer: Offer;
}

/** Rows of the whole sheet, its header first, as the Sheets API gives it. What cannot be read, or was changed by hand, is passed over. */
export function readOffers(values: readonly (readonly string[])[]): readonly StoredOffer[] {
  const [header = [], ...rows] = values;
  return rows.flatMap((row) => {
    const cells = new Map(header.map((name, at) => [name, row[at] ?? '']));
    const text = dataHeaders.map((name) => (cells.get(name) ?? '').slice(mark.length)).join('');
    const offer = parseOffer(jsonOrNull(text));
    if (offer === null) return [];
    const id = offerId(offer);
    return id === cells.get('番号')
      ? [{ id, receivedAt: cells.get('受信') ?? '', state: cells.get('状態') ?? '', offer }]
      : [];
  });
}
