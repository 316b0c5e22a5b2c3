/** What a source keeps: every sentence once, and the tree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAnnotations } from './annotation.ts';
import { blocksOf, shelfOf } from './blocks.ts';
import { buildBundle } from './bundle.ts';
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
const line = fc.tuple(label, fc.boolean());

const documentArbitrary = fc
  .array(line, { maxLength: 40 })
  .map((lines) =>
    lines.map(([start, isSentence], at) => `${start}${isSentence ? `文その${at}である。` : ''}`).join('\n'),
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

  it('hold_every_sentence_once', () => {
    fc.assert(
      fc.property(documentArbitrary, (text) => {
        const { files } = buildBundle([documentOf('見本規程', text)]);
        const sources = files.filter(({ name }) => name.endsWith('.md') && name !== '索引.md');
        const all = withoutAnnotations(sources.map((file) => file.text).join('\n'));
        for (const [sentence] of text.matchAll(/文その[0-9]+である。/g))
          expect([sentence, all.split(sentence).length - 1]).toEqual([sentence, 1]);
      }),
      { numRuns: 1000, seed: 20260401 },
    );
  });
});
