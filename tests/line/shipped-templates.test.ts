/** Every shipped template can be made into a form, with whatever its maker fills in, and says nothing that was meant for a program. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate, templateIds } from '../../scripts/library.ts';
import type { FillIn } from '../../shared/template/template.ts';
import type { Built } from '../support/built.ts';
import { type Chamber, chamberFrom, snapshot } from '../support/chamber.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import { catalogue } from '../support/library.ts';
import { makeForm, setUpChamber } from '../support/submissions.ts';

let built: Built;
let empty: Chamber;
beforeAll(async () => {
  built = await buildJobs();
  empty = setUpChamber(built);
}, 180_000);

const examples: Readonly<Record<FillIn['type'], string>> = {
  text: '見本の行事',
  paragraph: '見本の文です。\n二行目です。',
  lines: '一つめ\n二つめ',
  date: '2026-12-31',
  number: '30',
};

const newCopy = (): Chamber => chamberFrom(built, snapshot(empty), empty.bookId);

describe.each(templateIds())('%s', (id) => {
  const template = loadTemplate(id, catalogue);
  const filled = (given: readonly FillIn[]): Record<string, string> =>
    Object.fromEntries(given.map(({ key, type }) => [key, examples[type]]));
  const questions = template.sections.flatMap((section) => section.items);

  it('becomes a form with everything filled in', () => {
    const form = makeForm(newCopy(), id, filled(template.fillIns));
    expect(form.published && form.acceptingResponses).toBe(true);
    expect(JSON.stringify(form)).not.toMatch(/\{\{|undefined/);
    // Heads of pages are items of the form too.
    expect(form.items.length).toBe(questions.length + template.sections.length);
    const heads = ['SECTION_HEADER', 'PAGE_BREAK'];
    const titles = form.items.flatMap(({ type, title }) => (heads.includes(type) ? [] : [title]));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('becomes a form with only what has to be filled in', () => {
    const form = makeForm(newCopy(), id, filled(template.fillIns.filter((one) => one.required)));
    expect(JSON.stringify(form)).not.toMatch(/\{\{|undefined/);
    const withoutOptions = form.items.filter(
      (item) => ['MULTIPLE_CHOICE', 'CHECKBOX', 'LIST'].includes(item.type) && item.choices.length === 0,
    );
    expect(withoutOptions.map((item) => item.title)).toEqual([]);
  });

  it('is on a shelf of the gallery, with words for whom it is', () => {
    expect(template.summary.length).toBeGreaterThan(10);
    expect(template.audience).not.toBe('');
    expect(template.summary).not.toMatch(/[{}]/);
  });

  it('leaves consents and the handling of personal data to JCCI', () => {
    const mandated = questions.filter((item) => {
      const kind = catalogue.byKey.get(item.key ?? '')?.kind ?? item.kind;
      return kind === 'consent' || item.title === '個人情報の取扱い';
    });
    for (const { key, ownership } of mandated) {
      expect(ownership, key).toMatchObject({ presence: 'mandated', title: 'mandated', help: 'mandated' });
    }
    // Every form tells what becomes of what is typed.
    const told = questions.some(
      ({ type, title }) => type === 'description' && /個人情報|情報の使い方/.test(title ?? ''),
    );
    expect(told).toBe(true);
  });
});
