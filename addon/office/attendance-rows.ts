/** Which rows of the list of a meeting are shown. */
import type { AttendanceRowView } from '../view/meeting-protocol.ts';
import type { RowFilter } from './state.ts';

export const rowFilters: readonly {
  readonly id: RowFilter;
  readonly label: string;
  readonly has: (row: AttendanceRowView) => boolean;
}[] = [
  { id: 'all', label: 'すべて', has: () => true },
  { id: 'check', label: '確かめること', has: (row) => row.issues.length > 0 },
  { id: 'open', label: '未回答', has: (row) => row.answerId === '' },
];

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

export function matching(row: AttendanceRowView, filter: RowFilter, search: string): boolean {
  const has = rowFilters.find(({ id }) => id === filter)?.has(row) ?? true;
  return has && plain(row.name + row.firm).includes(plain(search));
}
