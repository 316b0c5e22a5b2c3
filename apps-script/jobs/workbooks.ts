/** Which workbooks this account looks after: a clock trigger knows no document, so the list is kept for it. */
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import { noteAccount } from './health/accounts.ts';
import type { Properties, Services } from './port.ts';

const key = 'cci.workbooks';
const listSchema = lazy(() => z.strictObject({ version: z.literal(1), ids: z.array(z.string()) }));

export function knownWorkbooks(properties: Properties): readonly string[] {
  const text = properties.get(key);
  if (text === null) return [];
  try {
    const parsed = listSchema().safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.ids : [];
  } catch {
    return [];
  }
}

export function rememberWorkbook(services: Services): void {
  const known = knownWorkbooks(services.properties);
  const id = services.workbook.id;
  if (known.includes(id)) return;
  services.properties.set(key, JSON.stringify({ version: 1, ids: [...known, id] }));
  noteAccount(services);
}

/** This account looks after the workbook no more. */
export function forgetWorkbook(services: Services): void {
  const ids = knownWorkbooks(services.properties).filter((id) => id !== services.workbook.id);
  services.properties.set(key, JSON.stringify({ version: 1, ids }));
}
