/** The three releases of a simulation: a good one, a bad one, and the repaired one, all made of what ships. */
import { releaseTexts } from '../../scripts/release/draft.ts';
import type { NewRelease } from '../../scripts/release/moves.ts';
import { addonVersion } from '../../shared/release/addon-version.ts';

interface Item {
  key?: string;
  type: string;
  title?: string;
  help?: string;
  options?: { code: string; label: string }[];
  ownership?: string | Record<string, string>;
}
interface Document {
  id: string;
  version: string;
  sections: { key: string; items: Item[] }[];
}

/** Text that a release requires, and where: what the checks look for in every form. */
export interface Required {
  readonly template: string;
  readonly key: string;
  readonly help: string;
}

export interface Simulated {
  readonly release: Omit<NewRelease, 'madeAt'>;
  readonly required: readonly Required[];
  readonly isBad: boolean;
}

const pledge = { template: 'membership-application', key: 'antisocialPledge' } as const;

function edited(
  texts: Readonly<Record<string, string>>,
  id: string,
  edit: (document: Document) => void,
): Record<string, string> {
  const name = `template.${id}`;
  const value: { document: Document } = JSON.parse(texts[name] ?? '');
  edit(value.document);
  return { ...texts, [name]: JSON.stringify(value) };
}

function itemOf(document: Document, key: string): Item {
  const found = document.sections.flatMap(({ items }) => items).find((item) => item.key === key);
  if (found === undefined) throw new Error(`${document.id}: no ${key}`);
  return found;
}

function requireHelp(document: Document, version: string, key: string, help: string): void {
  document.version = version;
  const item = itemOf(document, key);
  item.help = help;
  const own = typeof item.ownership === 'string' ? {} : (item.ownership ?? {});
  item.ownership = { ...own, help: 'mandated' };
}

/** First question of a template that has a key. */
function firstKey(texts: Readonly<Record<string, string>>, id: string): string {
  const { document }: { document: Document } = JSON.parse(texts[`template.${id}`] ?? '');
  const key = document.sections.flatMap(({ items }) => items).find((item) => item.key !== undefined)?.key;
  if (key === undefined) throw new Error(`${id}: no question`);
  return key;
}

export function simulatedReleases(): readonly Simulated[] {
  const shipped = releaseTexts();
  const booking = firstKey(shipped, 'consultation-booking');
  const first: Required = {
    ...pledge,
    help: '2026年12月の改訂：反社会的勢力との関わりがないことを誓約します。',
  };
  const second: Required = {
    template: 'consultation-booking',
    key: booking,
    help: '2027年の改訂：個人情報は、この相談のためだけに使います。',
  };
  let good = edited(shipped, pledge.template, (document) => {
    requireHelp(document, '2.0.0', first.key, first.help);
    document.sections[0]?.items.push({ key: 'fleetQuestion', type: 'short', title: '日商からの追加の質問' });
  });
  good = edited(good, 'seminar-registration', (document) => {
    document.version = '2.0.0';
    const key = firstKey(shipped, 'seminar-registration');
    itemOf(document, key).help = '日商の新しい説明です。';
  });
  // What nobody at JCCI tried: a template without any page.
  const bad = edited(good, 'register-update', (document) => {
    document.version = '9.0.0';
    document.sections = [];
  });
  const repaired = edited(good, second.template, (document) =>
    requireHelp(document, '2.0.0', second.key, second.help),
  );
  const made = (version: string, texts: Record<string, string>, notes: string): Simulated['release'] => ({
    version,
    notes: [notes],
    leastAddon: addonVersion,
    texts,
  });
  return [
    { release: made('1.1.0', good, '誓約の文を改めました。'), required: [first], isBad: false },
    { release: made('1.2.0', bad, '法定台帳の更新を改めました。'), required: [], isBad: true },
    {
      release: made('1.3.0', repaired, '個人情報の説明を改めました。'),
      required: [first, second],
      isBad: false,
    },
  ];
}
