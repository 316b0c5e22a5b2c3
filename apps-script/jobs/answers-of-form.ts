/** Reads the answers of a form as texts by key: the same for every kind of form. */
import { rowsOf } from '../../shared/form/make.ts';
import { isGrid, rowKey } from '../../shared/response/parts.ts';
import type { FormAnswer } from '../../shared/response/response.ts';
import { chamberPlaces, fillText } from '../../shared/template/mail.ts';
import type { ChamberValues, Template } from '../../shared/template/template.ts';
import type { FormRow } from './book/forms.ts';
import { limitTyped } from './limit.ts';
import type { RawResponse, Services } from './port.ts';
import { isoOf } from './time.ts';

/** Answers this much older than the cursor are looked at again: clocks of the platform need not agree. */
const overlap = 24 * 3_600_000;

/** What becomes of the new answers of one flow. */
export interface TakeIn {
  /** Response ids that are stored already. */
  known(): readonly string[];
  /** Makes what is to be stored of new answers, oldest first. */
  take(form: FormRow, raws: readonly RawResponse[], keys: ReadonlyMap<string, string>): void;
  store(): void;
}

/** Codes of the rows of a template's grids by their labels, by key of the grid. */
export type RowCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function rowCodes(template: Template, values: ChamberValues): RowCodes {
  const places = chamberPlaces(values);
  const grids = template.sections.flatMap((section) => section.items).filter(isGrid);
  return new Map(
    grids.map((item) => [
      item.key ?? '',
      new Map(rowsOf(item, values).map(({ code, label }) => [fillText(label, places), code])),
    ]),
  );
}

const noRows: RowCodes = new Map();

/**
 * @param keys key by item id
 * @param codes of grids; a row that is not among them goes by its label
 */
export function answerOf(
  raw: RawResponse,
  keys: ReadonlyMap<string, string>,
  codes: RowCodes = noRows,
): FormAnswer {
  const typed: Record<string, string> = {};
  for (const [itemId, texts] of Object.entries(raw.answers)) {
    const key = keys.get(itemId);
    const rows = raw.rows[itemId];
    if (rows !== undefined && key !== undefined) {
      rows.forEach((label, row) => {
        const text = texts[row] ?? '';
        if (text !== '') typed[rowKey(key, codes.get(key)?.get(label) ?? label)] = text;
      });
      continue;
    }
    const text = texts.filter((one) => one !== '').join(';');
    if (key !== undefined && text !== '') typed[key] = text;
  }
  if (typed.email === undefined && raw.email !== '') typed.email = raw.email;
  return {
    responseId: raw.responseId,
    submittedAt: isoOf(raw.at),
    source: 'form',
    typed: limitTyped(typed),
  };
}

/** Answers of a form since its cursor, and some before it. */
export function answersOf(services: Services, form: FormRow): readonly RawResponse[] {
  const since = form.cursor === '' ? null : Number(form.cursor) - overlap;
  return services.responses.read(form.formId, since);
}

/**
 * Next free number of each 年度: `R8-0012` follows `R8-0011`.
 * @param mark stands between year and number: '' for applications, `U` for answers about the register, `S` for kept answers
 */
export function receiptNumbers(known: readonly string[], mark: string): (yearLabel: string) => string {
  const last = new Map<string, number>();
  for (const receipt of known) {
    const match = new RegExp(`^(.+)-${mark}(\\d+)$`).exec(receipt);
    if (match?.[1] !== undefined) last.set(match[1], Math.max(last.get(match[1]) ?? 0, Number(match[2])));
  }
  return (yearLabel) => {
    const next = (last.get(yearLabel) ?? 0) + 1;
    last.set(yearLabel, next);
    return `${yearLabel}-${mark}${String(next).padStart(4, '0')}`;
  };
}
