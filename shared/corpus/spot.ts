/** An address in its parts, and a regulation's units by address. */
import { divisionOrder, walk } from './draft.ts';
import type { Regulation, Unit } from './model.ts';
import { isExcerpt } from './numbering.ts';

/** Parts of an address, '' for those it has not; `other` is a whole address of another kind (別表第1, 第2章, 2-1-3). */
export interface Spot {
  readonly supplement: string;
  /** `第10条の2` */
  readonly article: string;
  readonly paragraph: string;
  readonly item: string;
  readonly sub: string;
  readonly other: string;
}

export const nowhere: Spot = { supplement: '', article: '', paragraph: '', item: '', sub: '', other: '' };

const pattern =
  /^(附則(?:（[^）]*）)?(?:［重複[0-9]+］)?)?(第[0-9]+条(?:の[0-9]+)*(?:から第[0-9]+条(?:の[0-9]+)*まで)?(?:［重複[0-9]+］)?)?(第[0-9]+項(?:［重複[0-9]+］)?)?(第[0-9]+号(?:の[0-9]+)*(?:［重複[0-9]+］)?)?(.*)$/;

export function spotOf(address: string): Spot {
  const found = pattern.exec(address);
  const [, supplement = '', article = '', paragraph = '', item = '', sub = ''] = found ?? [];
  if (supplement + article + paragraph + item === '') return { ...nowhere, other: address };
  return { supplement, article, paragraph, item, sub, other: '' };
}

export function addressOfSpot(spot: Spot): string {
  if (spot.other !== '') return spot.other;
  return spot.supplement + spot.article + spot.paragraph + spot.item + spot.sub;
}

/** Units of one regulation by address, with the readings that a citation may use. */
export class AddressBook {
  readonly regulation: Regulation;
  private readonly units = new Map<string, Unit>();
  private readonly parents = new Map<string, Unit>();
  /** Articles in reading order, by the supplement they stand in. */
  private readonly articles = new Map<string, Unit[]>();
  readonly hasArticles: boolean;

  constructor(regulation: Regulation) {
    this.regulation = regulation;
    const enter = (unit: Unit, parent: Unit | null) => {
      if (!this.units.has(unit.address)) this.units.set(unit.address, unit);
      if (parent !== null) this.parents.set(unit.address, parent);
      if (unit.kind === 'article') {
        const scope = spotOf(unit.address).supplement;
        const list = this.articles.get(scope);
        if (list === undefined) this.articles.set(scope, [unit]);
        else list.push(unit);
      }
      for (const child of unit.children) enter(child, unit);
    };
    for (const unit of regulation.units) enter(unit, null);
    this.hasArticles = (this.articles.get('') ?? []).length > 0;
  }

  /** The unit of an address; 第6条第1項 finds 第6条 where that has one unnumbered paragraph, and the other way round. */
  find(address: string): Unit | null {
    const exact = this.units.get(address);
    if (exact !== undefined) return exact;
    const spot = spotOf(address);
    if (spot.other !== '') return this.findOther(address);
    const tries: Spot[] = [];
    if (spot.paragraph === '第1項') tries.push({ ...spot, paragraph: '' });
    if (spot.paragraph === '' && spot.item !== '') tries.push({ ...spot, paragraph: '第1項' });
    for (const one of tries) {
      const unit = this.units.get(addressOfSpot(one));
      // 第1項 of an article whose other paragraphs are numbered stands by itself.
      if (
        unit !== undefined &&
        !(one.paragraph === '' && unit.children.some(({ kind }) => kind === 'paragraph'))
      )
        return unit;
    }
    return this.findDeleted(spot);
  }

  /** The unit 第10条から第12条まで（削除） for 第11条. */
  private findDeleted(spot: Spot): Unit | null {
    const number = /^第([0-9]+)条$/.exec(spot.article)?.[1];
    if (number === undefined || spot.paragraph + spot.item !== '') return null;
    for (const unit of this.articles.get(spot.supplement) ?? []) {
      const range = /第([0-9]+)条(?:の[0-9]+)*から第([0-9]+)条/.exec(unit.address);
      if (range !== null && Number(range[1]) <= Number(number) && Number(number) <= Number(range[2]))
        return unit;
    }
    return null;
  }

  private findOther(address: string): Unit | null {
    // 「別表」 in a document that has one only, whatever its number.
    const [only, second] = /^(?:別表|様式|別紙)$/.test(address)
      ? this.regulation.units.filter((unit) => unit.address.startsWith(address))
      : [];
    if (only !== undefined && second === undefined) return only;
    if (/^別表第1$/.test(address)) return this.units.get('別表') ?? null;
    return null;
  }

  parent(unit: Unit): Unit | null {
    return this.parents.get(unit.address) ?? null;
  }

  /** The article so many places after (or, negative, before) another of the same part; null at the ends. */
  articleBeside(spot: Spot, steps: number): Unit | null {
    const list = this.articles.get(spot.supplement) ?? [];
    const at = list.findIndex(({ address }) => address === spot.supplement + spot.article);
    return at < 0 ? null : (list[at + steps] ?? null);
  }

  /** Articles of the text, or of one 附則, in reading order. */
  articlesOf(supplement: string): readonly Unit[] {
    return this.articles.get(supplement) ?? [];
  }

  /** Innermost division that a unit stands in; null outside of divisions. */
  divisionOf(unit: Unit): Unit | null {
    for (let one = this.parent(unit); one !== null; one = this.parent(one))
      if (divisionOrder.includes(one.kind)) return one;
    return null;
  }

  /** True where a part of the source that it leaves out (抄) may hold the address. */
  isLeftOut(spot: Spot): boolean {
    if (/抄|抜粋/.test(this.regulation.title)) return true;
    const supplement = spot.supplement === '' ? undefined : this.units.get(spot.supplement);
    return supplement !== undefined && isExcerpt(supplement);
  }

  all(): Iterable<Unit> {
    return walk(this.regulation.units);
  }
}

/** True where a unit was repealed: 削除 is all it says. */
export function isDeleted(unit: Unit): boolean {
  return /^[\s\u3000（(【]*削[\s\u3000]*除[\s\u3000）)】。]*$/.test(
    unit.text === '' ? unit.heading : unit.text,
  );
}
