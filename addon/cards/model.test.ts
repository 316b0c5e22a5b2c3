import { describe, expect, it } from 'vitest';
import { type Card, mostWidgets, short, type Widget, withinLimits } from './model.ts';

const rows = (count: number): Widget[] =>
  Array.from({ length: count }, (_unused, index) => ({ kind: 'row', text: `見本 ${index}` }));
const card = (sections: Card['sections']): Card => ({ name: 'test', title: '見本', sections });
const count = ({ sections }: Card): number => sections.reduce((sum, one) => sum + one.widgets.length, 0);

describe('withinLimits', () => {
  it('many_widgets_in_several_sections__100_in_all_and_the_rest_is_told', () => {
    const fitted = withinLimits(card([{ widgets: rows(70) }, { widgets: rows(70) }, { widgets: rows(5) }]));
    expect(count(fitted)).toBe(mostWidgets);
    expect(fitted.sections).toHaveLength(3);
    expect(fitted.sections[2]?.widgets).toEqual([
      { kind: 'text', look: 'soft', text: 'ほか 46 行は、サイドバーで見られます。' },
    ]);
  });

  it('few_widgets__stand_as_they_are', () => {
    const few = card([{ header: '一', widgets: rows(3) }]);
    expect(withinLimits(few)).toEqual(few);
  });

  it('what_the_platform_refuses__is_left_out', () => {
    const fitted = withinLimits(
      card([
        { widgets: [{ kind: 'text', text: ' ' }] },
        {
          widgets: [
            { kind: 'buttons', buttons: [] },
            { kind: 'choice', name: 'x', label: 'x', options: [], value: '' },
            { kind: 'row', text: '' },
          ],
        },
      ]),
    );
    expect(fitted.sections).toEqual([{ widgets: [{ kind: 'row', text: '（空欄）' }] }]);
  });

  it('long_texts__end_with_an_ellipsis', () => {
    const long = '長'.repeat(5000);
    const fitted = withinLimits({
      ...card([{ widgets: [{ kind: 'row', top: long, text: long, bottom: long }] }]),
      title: long,
    });
    expect(Array.from(fitted.title)).toHaveLength(60);
    const [row] = fitted.sections[0]?.widgets ?? [];
    expect(row).toMatchObject({ text: expect.stringMatching(/^長{199}…$/) });
  });
});

describe('short', () => {
  it.each([
    ['見本', 2, '見本'],
    ['見本商店', 3, '見本…'],
    // A character of two code units is one.
    ['𠮷𠮷𠮷', 3, '𠮷𠮷𠮷'],
    ['𠮷𠮷𠮷𠮷', 3, '𠮷𠮷…'],
  ])('%s__at_most_%i__%s', (text, most, wanted) => {
    expect(short(text, most)).toBe(wanted);
  });
});
