import { describe, expect, it } from 'vitest';
import type { Chart } from '../../shared/survey/chart/charts.ts';
import { indexBars } from '../../shared/survey/chart/index-bars.ts';
import { optionBars, stackedBars } from '../../shared/survey/chart/share-bars.ts';
import { fitted, textWidth, tones, wrapped } from '../../shared/survey/chart/style.ts';
import { trendLines } from '../../shared/survey/chart/trend-lines.ts';
import { drawChart } from './draw.ts';

const hostile = '</text><script>alert(1)</script>&"\u0027{{7*7}}';
const words = { title: `題${hostile}`, subtitle: '見本', note: '注' };
const draw = (spec: Chart['spec']) => drawChart({ name: 'x', title: 'x', spec });
/** Texts of a graph, as a reader sees them. */
const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );

/** Lightness of a colour as the eye sees it, 0 … 100 (CIE L*). */
function lightness(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

describe('graphs', () => {
  const bars = [
    { label: '製造業', n: '7', value: -143, outlook: 286, hidden: false, outlookHidden: false },
    { label: hostile, n: '3未満', value: null, outlook: null, hidden: true, outlookHidden: true },
    { label: '小売業', n: '5', value: 0, outlook: null, hidden: false, outlookHidden: false },
  ];

  it('of_indexes_write_every_value_and_say_what_is_hidden', async () => {
    const svg = await draw(indexBars({ ...words, bars, valueName: '今月', outlookName: '先行き' }));
    for (const text of ['▲14.3', '28.6', '0.0', '＊', '－', '秘匿', '製造業（n=7）'])
      expect(texts(svg)).toContain(text);
    expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/);
    expect(texts(svg).some((text) => text.includes('<script>'))).toBe(true);
  });

  it('are_one_picture_with_title_and_description_in_Japanese__harmless_whatever_they_say', async () => {
    const spec = indexBars({ ...words, bars, valueName: '今月' });
    const svg = await drawChart({ name: 'x', title: hostile, spec });
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>&lt;\/text&gt;&lt;script&gt;/);
    expect(svg).toContain('<desc>題');
    expect(svg.match(/aria-|role=/g)).toEqual(['role=']);
    expect(svg).not.toContain('<script');
  });

  it('of_shares_fill_the_whole_bar_and_leave_a_hidden_one_empty', async () => {
    const svg = await draw(
      stackedBars({
        ...words,
        options: ['好転', '不変', '悪化'],
        rows: [
          { label: '業況', n: '9', shares: [333, 333, 333] },
          { label: '売上', n: '2', shares: null },
        ],
      }),
    );
    expect(texts(svg).filter((text) => text === '33.3')).toHaveLength(3);
    expect(texts(svg)).toContain('＊ 秘匿');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('of_options_and_waves_are_drawn_also_where_there_is_next_to_nothing', async () => {
    for (const spec of [
      optionBars({ ...words, bars: [{ label: 'どれも', share: 0 }] }),
      indexBars({ ...words, bars: [], valueName: '今月' }),
      trendLines({ ...words, waves: ['a', 'b', 'c'], lines: [{ label: '業況', values: [null, -5, null] }] }),
    ])
      expect(await draw(spec)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('of_many_long_names_stay_inside_their_width', async () => {
    const long = 'とても長い名前の'.repeat(8);
    const svg = await draw(
      indexBars({
        ...words,
        title: long.repeat(3),
        bars: [{ label: long, n: '5', value: 100, outlook: null, hidden: false, outlookHidden: false }],
        valueName: '今月',
      }),
    );
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBe(720);
    for (const text of texts(svg)) expect(textWidth(text, 13), text).toBeLessThan(720);
  });

  it('are_told_apart_in_grey', () => {
    const [dark, light, warm] = [tones.dark, tones.light, tones.warm].map(lightness);
    const steps = [
      Math.abs((dark ?? 0) - (warm ?? 0)),
      Math.abs((warm ?? 0) - (light ?? 0)),
      Math.abs((dark ?? 0) - (light ?? 0)),
    ];
    for (const step of steps) expect(step).toBeGreaterThan(12);
  });

  it('measure_cut_and_break_Japanese', () => {
    expect(textWidth('業況A', 10)).toBe(26);
    expect(fitted('あいうえお', 10, 35)).toBe('あい…');
    expect(wrapped('あいう、えお', 10, 30)).toEqual(['あいう、', 'えお']);
  });
});
