/** What a source keeps: every sentence once, and the tree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAnnotations } from './annotation.ts';
import { blocksOf, shelfOf } from './blocks.ts';
import { buildBundle } from './bundle.ts';
import { walk } from './draft.ts';
import type { Unit } from './model.ts';
import { parseSource } from './parse.ts';
import { bodyOf, headOf, sourceText } from './render.ts';
import { structure } from './structure.ts';
import { documentOf } from './testing.ts';

type Bare = readonly [string, string, string, string, readonly Bare[]];
const bare = (units: readonly Unit[]): readonly Bare[] =>
  units.map(({ kind, address, heading, text, children }) => [kind, address, heading, text, bare(children)]);

/** Beginnings of lines, right ones and odd ones, in any order. */
const label = fc.constantFrom(
  ...[
    '',
    '',
    '第1条　',
    '第２条（見出し）',
    '第三条',
    '第三条の二　',
    '第5条　',
    '第2条　',
    '（見出し）',
    '（注意）あり',
  ],
  ...[
    '一　',
    '二　',
    '四　',
    'イ　',
    'ロ　',
    'ア　',
    '(1)　',
    '（２）　',
    '①　',
    '②',
    '２　',
    '3　',
    '1. ',
    '１　',
  ],
  ...['第1章　', '第2節　', '附　則　', '附則（平成二年三月四日法律第五号）　抄', '別表第1', '様式第1号'],
  ...[
    '問1　',
    '答　',
    'Q2 ',
    '1-1 ',
    '1-2 ',
    '2.1 ',
    '■',
    '■第3条関係 ',
    '■〔第1条〕',
    '■受付(1)',
    '1-1(2) ',
    '(2)　',
    '②　',
    'イ　二の',
    '前条の',
    '第三条第二項各号の',
    '〔第1条〕',
    '| a | b |',
    '　',
    '目次',
  ],
);
/** Guides: numbered headings in and out of turn, lists of all kinds below them. */
const guideLabel = fc.constantFrom(
  ...['', '', '1 受付', '1-1 ', '１－２　', '1-2-1 ', '2 会計', '2-1 ', '2.2 ', '■', 'はじめに', '別表'],
  ...['(1)　', '（２）　', '(3) ', '①', '② ', '③　', 'ア　', 'イ　', 'a. ', 'イ', '・', '1. ', '2. '],
);
/** Rules with every way of numbering, several 附則, branches, headings before and after. */
const oddLabel = fc.constantFrom(
  ...[
    '第１条　',
    '第二条　',
    '第2条の2　',
    '第二条の三　',
    '第十条　',
    '第１１条（題）　',
    '第3条から第5条まで　',
    '（題）',
  ],
  ...['２　', '３　', '②', '③ ', '一　', '二　', '三の二　', '(1)　', '(2)　', 'ア　', 'イ　', 'ロ　', 'Ⅰ　'],
  ...[
    '附　則',
    '附則',
    '附　則（令和三年六月一日）',
    '１　',
    '第１章　総則',
    '第二章　雑則',
    '別表第一',
    '様式第２号',
  ],
);

const documentOfLabels = (label: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(label, fc.boolean()), { maxLength: 40 })
    .map((lines) =>
      lines.map(([start, isSentence], at) => `${start}${isSentence ? `文その${at}である。` : ''}`).join('\n'),
    );
const documentArbitrary = fc.oneof(
  documentOfLabels(label),
  documentOfLabels(guideLabel),
  documentOfLabels(oddLabel),
);

describe('sources', () => {
  it('read_back_to_the_same_tree', () => {
    fc.assert(
      fc.property(documentArbitrary, (text) => {
        const regulation = structure(documentOf('見本規程', text));
        const blocked = blocksOf(regulation, shelfOf([regulation]));
        const source = sourceText(
          headOf(blocked, { version: 'v', part: '', unread: [] }),
          bodyOf(regulation.title, blocked.blocks),
        );
        const parsed = parseSource(source);
        expect(bare(parsed?.regulation.units ?? [])).toEqual(bare(regulation.units));
        expect(parsed?.regulation.preamble).toBe(regulation.preamble);
        expect(parsed?.regulation.dates).toEqual(regulation.dates);
      }),
      { numRuns: 1000, seed: 20260401 },
    );
  });

  it('have_no_paragraph_for_a_supplement_that_says_nothing', () => {
    const regulation = structure(documentOf('規程', '第1条　甲\n附　則\n１　乙。\n２　丙。'));
    const { blocks } = blocksOf(regulation, shelfOf([regulation]));
    const body = bodyOf('規程', blocks);
    expect(body.map((one) => one.slice(0, one.indexOf('〕') + 1))).toEqual([
      ...['〔規程 第1条〕', '〔規程 附則第1項〕', '〔規程 附則第2項〕'],
    ]);
  });

  it('hold_every_sentence_once_and_in_order', () => {
    fc.assert(
      fc.property(documentArbitrary, (text) => {
        const { files } = buildBundle([documentOf('見本規程', text)]);
        const sources = files.filter(({ name }) => name.endsWith('.md') && name !== '索引.md');
        const all = withoutAnnotations(sources.map((file) => file.text).join('\n'));
        const wanted = [...text.matchAll(/文その[0-9]+である。/g)].map(([sentence]) => sentence);
        // In the order of the document: none has moved below the heading of another.
        expect([...all.matchAll(/文その[0-9]+である。/g)].map(([sentence]) => sentence)).toEqual(wanted);
      }),
      { numRuns: 1000, seed: 20260401 },
    );
  });

  it('hold_what_stands_below_a_heading_below_it', () => {
    const section = fc.record({
      lead: fc.boolean(),
      items: fc.integer({ min: 0, max: 3 }),
      isCircled: fc.boolean(),
      after: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(section, { minLength: 2, maxLength: 8 }), (sections) => {
        const lines = ['見本手引'];
        const wanted: (readonly [string, string])[] = [];
        sections.forEach(({ lead, items, isCircled, after }, at) => {
          const address = `1-${at + 1}`;
          lines.push(`${address}　見出し${at}`);
          const own = lead ? `前文${at}を行う。` : '';
          if (lead) lines.push(own);
          wanted.push([address, own]);
          for (let one = 1; one <= items; one += 1) {
            const label = isCircled ? String.fromCodePoint(0x245f + one) : `(${one})`;
            lines.push(`${label}　項目${at}の${one}。`);
            wanted.push([`${address}${label}`, `項目${at}の${one}。`]);
          }
          const last = wanted[wanted.length - 1];
          if (!after || last === undefined) return;
          lines.push(`後文${at}を行う。`);
          wanted[wanted.length - 1] = [
            last[0],
            [last[1], `後文${at}を行う。`].filter((one) => one !== '').join('\n'),
          ];
        });
        const { units } = structure(documentOf('見本手引', lines.join('\n')));
        expect([...walk(units)].map(({ address, text }) => [address, text])).toEqual(wanted);
      }),
      { numRuns: 300, seed: 20260401 },
    );
  });
});
