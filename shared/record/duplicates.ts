/** Who is already here: by 法人番号, then telephone, then name with address. Merging is a person's decision. */
import { type Issue, issue } from '../issue/issue.ts';
import { matchAddress, matchName, matchPhone } from './match.ts';
import type { BusinessRecord } from './record.ts';

/** Where a known business stands: another open application, or the ledger. */
export interface KnownPlace {
  readonly kind: 'application' | 'ledger';
  /** Shown to people: 受付番号, row number or 事業所番号. */
  readonly label: string;
  readonly name: string;
  /** Application or business id, for a link. */
  readonly id: string;
}

export interface Duplicate {
  readonly place: KnownPlace;
  readonly by: 'corporate-number' | 'phone' | 'name-address';
}

/** Normalised values by which a business is known again. */
export interface KnownBy {
  readonly corporateNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** Finds earlier holders of the same 法人番号, telephone, or name and address. Lookups cost O(1). */
export interface DuplicateIndex {
  add(values: KnownBy, place: KnownPlace): void;
  find(values: KnownBy): readonly Duplicate[];
}

const none: Duplicate[] = [];

/** Adds holders that were not found yet; makes a list only when there is one to add. */
function take(
  found: Duplicate[],
  held: KnownPlace | KnownPlace[] | undefined,
  by: Duplicate['by'],
): Duplicate[] {
  if (held === undefined) return found;
  const fresh = (Array.isArray(held) ? held : [held]).filter(
    (place) => !found.some((known) => known.place === place),
  );
  return [...found, ...fresh.map((place) => ({ place, by }))];
}

export function createDuplicateIndex(): DuplicateIndex {
  // Most keys have one holder: it stands there bare, and only a second one makes a list.
  type Holders = Map<string, KnownPlace | KnownPlace[]>;
  const byNumber: Holders = new Map();
  const byPhone: Holders = new Map();
  const byName: Holders = new Map();
  const put = (map: Holders, key: string, place: KnownPlace) => {
    if (key === '') return;
    const held = map.get(key);
    if (held === undefined) map.set(key, place);
    else if (Array.isArray(held)) held.push(place);
    else map.set(key, [held, place]);
  };
  return {
    add(values, place) {
      put(byNumber, values.corporateNumber ?? '', place);
      put(byPhone, matchPhone(values.phone ?? ''), place);
      put(byName, nameKey(values), place);
    },
    find(values) {
      let found: Duplicate[] = none;
      const { corporateNumber, phone } = values;
      if (corporateNumber !== undefined)
        found = take(found, byNumber.get(corporateNumber), 'corporate-number');
      if (phone !== undefined) found = take(found, byPhone.get(matchPhone(phone)), 'phone');
      const name = nameKey(values);
      if (name !== '') found = take(found, byName.get(name), 'name-address');
      return found;
    },
  };
}

function nameKey(values: KnownBy): string {
  const { name, address } = values;
  if (name === undefined || address === undefined) return '';
  const folded = matchName(name);
  return folded === '' ? '' : `${folded}\n${matchAddress(address)}`;
}

const keyOf: Readonly<Record<Duplicate['by'], string>> = {
  'corporate-number': 'corporateNumber',
  phone: 'phone',
  'name-address': 'name',
};

/**
 * Issues of a record that meets known ones. The same 法人番号 as another open application holds the later one
 * (`duplicate.corporate-number`, error); against the ledger it is a warning. Telephone, or name and address, give
 * `duplicate.likely` (warning).
 */
export function duplicateIssues(
  record: Pick<BusinessRecord, 'typed'>,
  found: readonly Duplicate[],
): readonly Issue[] {
  return found.map(({ place, by }) => {
    const key = keyOf[by];
    const params = {
      where: place.kind === 'ledger' ? '台帳' : '別の申込',
      label: place.label,
      name: place.name,
    };
    const value = record.typed[key] ?? '';
    if (by === 'corporate-number') {
      const severity = place.kind === 'application' ? 'error' : 'warning';
      return issue('duplicate.corporate-number', severity, key, { params, value });
    }
    const ground = by === 'phone' ? '電話番号' : '事業所名と住所';
    return issue('duplicate.likely', 'warning', key, { params: { ...params, ground }, value });
  });
}
