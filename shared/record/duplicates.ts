/** Who is already here: by 法人番号, then telephone, then name with address. Merging is a person's decision. */
import { type Issue, issue } from '../issue/issue.ts';
import { matchAddress, matchName, matchPhone } from './match.ts';
import { hashName, hashPhone, hashText } from './match-hash.ts';
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

/** @typeParam Place what stands for a known business; where there are many, something that makes no object each */
export interface Duplicate<Place = KnownPlace> {
  readonly place: Place;
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
export interface DuplicateIndex<Place = KnownPlace> {
  add(values: KnownBy, place: Place): void;
  find(values: KnownBy): readonly Duplicate<Place>[];
}

const none: readonly never[] = [];

interface Holder<Place> {
  readonly values: KnownBy;
  readonly place: Place;
}

/**
 * Holders of one sort of key. Keys are long and folding them costs, and nearly all have one holder: so a number that
 * is equal wherever the keys are equal stands for the key until a second holder comes.
 */
class Holders<Place> {
  private readonly single = new Map<number, Holder<Place> | null>();
  private readonly byKey = new Map<string, Place[]>();
  private readonly hashOf: (values: KnownBy) => number;
  private readonly keyOf: (values: KnownBy) => string;

  /**
   * @param hashOf 0 where there is no key
   * @param keyOf '' where there is no key
   */
  constructor(hashOf: (values: KnownBy) => number, keyOf: (values: KnownBy) => string) {
    this.hashOf = hashOf;
    this.keyOf = keyOf;
  }

  add(holder: Holder<Place>): void {
    const hash = this.hashOf(holder.values);
    if (hash === 0) return;
    const held = this.single.get(hash);
    if (held === undefined) {
      this.single.set(hash, holder);
      return;
    }
    if (held !== null) {
      this.put(held);
      this.single.set(hash, null);
    }
    this.put(holder);
  }

  find(values: KnownBy): readonly Place[] {
    const hash = this.hashOf(values);
    if (hash === 0) return none;
    const held = this.single.get(hash);
    if (held === undefined) return none;
    const key = this.keyOf(values);
    if (key === '') return none;
    if (held === null) return this.byKey.get(key) ?? none;
    return this.keyOf(held.values) === key ? [held.place] : none;
  }

  private put({ values, place }: Holder<Place>): void {
    const key = this.keyOf(values);
    if (key === '') return;
    const held = this.byKey.get(key);
    if (held === undefined) this.byKey.set(key, [place]);
    else held.push(place);
  }
}

/** Adds holders that were not found yet; makes a list only when there is one to add. */
function take<Place>(
  found: readonly Duplicate<Place>[],
  held: readonly Place[],
  by: Duplicate['by'],
): readonly Duplicate<Place>[] {
  if (held.length === 0) return found;
  const fresh = held.filter((place) => !found.some((known) => known.place === place));
  return [...found, ...fresh.map((place) => ({ place, by }))];
}

export function createDuplicateIndex<Place = KnownPlace>(): DuplicateIndex<Place> {
  const byNumber = new Holders<Place>(
    (values) => hashText(values.corporateNumber ?? ''),
    (values) => values.corporateNumber ?? '',
  );
  const byPhone = new Holders<Place>(
    (values) => hashPhone(values.phone ?? ''),
    (values) => matchPhone(values.phone ?? ''),
  );
  const byName = new Holders<Place>(
    ({ name, address }) => (name === undefined || address === undefined ? 0 : hashName(name)),
    nameKey,
  );
  return {
    add(values, place) {
      const holder = { values, place };
      byNumber.add(holder);
      byPhone.add(holder);
      byName.add(holder);
    },
    find(values) {
      let found: readonly Duplicate<Place>[] = none;
      found = take(found, byNumber.find(values), 'corporate-number');
      found = take(found, byPhone.find(values), 'phone');
      return take(found, byName.find(values), 'name-address');
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
