/** A form captured as a template gives the same form again. */
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scripts/library.ts';
import type { CopyItem, FormCopy } from '../form/copy.ts';
import { planForm } from '../form/make.ts';
import { readTemplate } from '../template/read.ts';
import type { ChamberValues } from '../template/template.ts';
import { captureTemplate, notCaptured } from './capture.ts';
import { made } from './testing/copy.ts';

const catalogue = loadCatalogue();
const as = { id: 'seasonal-survey', version: '0.1.0', summary: '季節の調査です。' };
const bare = { help: '', required: false, options: [], other: false };
const label = (text: string) => ({ label: text });

const items: readonly CopyItem[] = [
  { ...bare, itemId: '1', type: 'description', title: 'お願い', help: '3分で終わります。' },
  { ...bare, itemId: '2', type: 'short', title: '事業所名', required: true },
  {
    ...bare,
    itemId: '3',
    type: 'choice',
    title: '会員ですか',
    required: true,
    options: [
      { label: 'はい', goTo: '10' },
      { label: 'いいえ', goTo: '20' },
      { label: 'わからない', goTo: '10' },
    ],
  },
  { ...bare, itemId: '10', type: 'page', title: '会員の方', before: 'submit' },
  {
    ...bare,
    itemId: '11',
    type: 'scale',
    title: '満足度',
    scale: { low: 1, high: 5, lowLabel: '低い', highLabel: '高い' },
  },
  { ...bare, itemId: '12', type: 'rating', title: 'Seminar rating', rating: { levels: 5, icon: 'star' } },
  {
    ...bare,
    itemId: '13',
    type: 'grid',
    title: '各部会の印象',
    options: [label('良い'), label('悪い')],
    rows: ['工業', '商業'],
  },
  {
    ...bare,
    itemId: '14',
    type: 'checkbox',
    title: '関心のあること',
    options: [label('税'), label('人手')],
    other: true,
  },
  { ...bare, itemId: '20', type: 'page', title: 'おわりに', help: 'あと少しです。', before: '20' },
  { ...bare, itemId: '21', type: 'date', title: '希望日', date: { year: true } },
  { ...bare, itemId: '22', type: 'time', title: '希望の時刻' },
  { ...bare, itemId: '23', type: 'image', title: '会場の地図', media: { width: 300, align: 'left' } },
  { ...bare, itemId: '24', type: 'paragraph', title: 'ご意見' },
];
const copy: FormCopy = {
  formId: 'f',
  title: '季節の調査',
  description: '毎月の調査です。',
  settings: {
    collectEmail: true,
    progressBar: true,
    limitOneResponse: false,
    allowEdit: true,
    shuffleQuestions: false,
    confirmation: 'ありがとうございました。',
    closedMessage: '受付を終えました。',
  },
  items,
};
const values: ChamberValues = {
  chamber: { name: '見本商工会議所', phone: '', email: '', address: '', privacyUrl: '', articlesUrl: '' },
  divisions: [],
  districts: [],
  form: { media1: '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789' },
};

/** Item ids are of the form that is made; their places say which is which. */
function placed({ items: list, ...form }: FormCopy): unknown {
  const at = new Map(list.map(({ itemId }, place) => [itemId, `#${place}`]));
  const target = (id: string | undefined) => (id === undefined ? undefined : (at.get(id) ?? id));
  const { formId: _form, ...rest } = form;
  return {
    ...rest,
    items: list.map((item) => ({
      ...item,
      itemId: at.get(item.itemId),
      before: target(item.before),
      options: item.options.map(({ label: text, goTo }) => ({ label: text, goTo: target(goTo) })),
    })),
  };
}

function planOf(document: unknown) {
  const { template, issues } = readTemplate(document, catalogue);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(template).not.toBeNull();
  return template === null ? null : planForm(template, catalogue, values);
}

describe('a captured form', () => {
  it('made_from_its_draft__is_the_same_form', () => {
    const plan = planOf(captureTemplate(copy, as, catalogue));
    if (plan !== null) expect(placed(made(plan).copy)).toEqual(placed(copy));
  });

  it('captured_again__has_the_same_keys__and_those_of_the_catalogue_where_titles_are_labels', () => {
    const keys = (one: FormCopy) =>
      planOf(captureTemplate(one, as, catalogue))?.sections.flatMap((section) =>
        section.items.map(({ key }) => key),
      );
    const first = keys(copy) ?? [];
    expect(first).toContain('name');
    expect(first).toContain('local.seminar-rating');
    const question: CopyItem = { ...bare, itemId: '30', type: 'short', title: '紹介者' };
    const more = { ...copy, items: [...items.slice(0, 2), question, ...items.slice(2)] };
    expect((keys(more) ?? []).filter((key) => first.includes(key))).toEqual(first);
  });

  it('some_options_lead_on__all_do_in_the_draft', () => {
    const mixed = items.map((item) =>
      item.itemId === '3'
        ? {
            ...item,
            options: [
              { label: 'はい' },
              { label: 'いいえ', goTo: '20' },
              { label: 'わからない', goTo: 'submit' },
            ],
          }
        : item,
    );
    const plan = planOf(
      captureTemplate(
        { ...copy, items: mixed.map((item) => (item.itemId === '10' ? { ...item, before: '10' } : item)) },
        as,
        catalogue,
      ),
    );
    const leads = plan?.sections[0]?.items
      .find(({ title }) => title === '会員ですか')
      ?.options.map(({ goTo }) => goTo);
    expect(leads).toEqual([plan?.sections[1]?.key, plan?.sections[2]?.key, 'submit']);
  });

  it('a_file_upload__is_named_as_left_out', () => {
    const file: CopyItem = { ...bare, itemId: '40', type: 'unknown', title: '決算書' };
    expect(notCaptured({ ...copy, items: [...items, file] })).toEqual(['決算書']);
    expect(captureTemplate({ ...copy, items: [...items, file] }, as, catalogue)).toEqual(
      captureTemplate(copy, as, catalogue),
    );
  });
});
