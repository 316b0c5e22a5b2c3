/** The Act as it was published (Shift_JIS HTML): nothing of it is lost, every place is found, every reference resolved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../scripts/corpus/read/index.ts';
import { withoutAnnotations } from '../../shared/corpus/annotation.ts';
import { type Bundle, buildBundle } from '../../shared/corpus/bundle.ts';
import { checkBundle } from '../../shared/corpus/check.ts';
import { checkCitations } from '../../shared/corpus/citations.ts';
import { walk } from '../../shared/corpus/draft.ts';
import { notebookLimits } from '../../shared/corpus/limits.ts';
import type { UnitKind } from '../../shared/corpus/model.ts';
import { type Recall, readQuestions, recallOf } from '../../shared/corpus/questions.ts';
import { root } from '../architecture/imports.ts';

const folder = join(root, 'tests/line/corpus/law');
const bytes = readFileSync(join(folder, '商工会議所法.htm'));
/** What the page marks with its own classes, independently of the readers. */
const page = new TextDecoder('shift_jis').decode(bytes).replace(/<A [^>]*>|<\/A>/g, '');
const marked = (pattern: RegExp) => [...page.matchAll(pattern)].length;
const bare = (text: string) => text.replace(/[\s\u3000\u2003]+/g, '');

let bundle: Bundle;
beforeAll(async () => {
  bundle = buildBundle([await readSource('商工会議所法.htm', bytes)]);
});
const units = () => [...walk(bundle.documents[0]?.regulation.units ?? [])];
const count = (kind: UnitKind, test: RegExp = /./) =>
  units().filter((unit) => unit.kind === kind && test.test(unit.address)).length;

describe('the Act', () => {
  it('has_every_article_paragraph_and_item_that_the_page_marks', () => {
    expect(count('article')).toBe(marked(/<DIV class="item"><B>第[^<]*条/g));
    expect(count('paragraph', /第(?:[2-9]|[1-9][0-9])項/)).toBe(
      marked(/<DIV class="item"><B>(?:[２-９]|[１-９][０-９])\s*<\/B>/g),
    );
    expect(count('item')).toBe(marked(/<DIV class="number"/g));
    expect(bundle.issues).toEqual([]);
  });

  it('keeps_every_sentence_once_and_in_order', () => {
    const source = bare(withoutAnnotations(bundle.files[0]?.text ?? ''));
    const sentences = [...page.matchAll(/<DIV class="(?:item|number)"><B>[^<]*<\/B>([^<]*)/g)].map(
      ([, words]) => bare(words ?? ''),
    );
    expect(sentences.length).toBeGreaterThan(450);
    let from = 0;
    for (const sentence of sentences) {
      const at = source.indexOf(sentence, from);
      expect([sentence, at >= 0]).toEqual([sentence, true]);
      from = at;
    }
  });

  it('has_no_reference_that_leads_nowhere', () => {
    const references = bundle.manifest.sources.flatMap((source) => source.references);
    expect(references.filter(({ resolved }) => resolved === 'no')).toEqual([]);
    // 準用: what is applied is found from the article that applies it.
    const applied = references.filter(({ from }) => from === '第66条第2項').map(({ to }) => to);
    expect(applied).toEqual(['第17条', '第18条', '第19条', '第20条', '第21条', '第22条']);
  });
});

describe('questions about the Act', () => {
  let recall: Recall;
  beforeAll(() => {
    const { regulations, shelf, issues } = checkBundle(
      bundle.manifest,
      (file) => bundle.files.find(({ name }) => name === file)?.text ?? null,
      notebookLimits,
    );
    expect(issues).toEqual([]);
    const { questions } = readQuestions(readFileSync(join(folder, 'questions.csv'), 'utf8'), 'questions.csv');
    recall = recallOf(questions, regulations, shelf.books, shelf.names);
  });

  it('find_their_article_at_least_as_often_as_plain_windows_of_the_same_text', () => {
    expect(recall.asked).toBe(40);
    expect(recall.issues).toEqual([]);
    recall.windows.forEach((share, at) => {
      expect(recall.passages[at]).toBeGreaterThanOrEqual(share);
      expect(recall.sameVolume[at]).toBeGreaterThanOrEqual(share);
    });
  });

  it('s16__an_answer_is_held_against_it', () => {
    const verdicts = (answer: string) =>
      checkCitations(answer, bundle.shelf).map(({ address, verdict }) => `${address} ${verdict}`);
    expect(
      verdicts(
        '議員総会は会頭が招集します（商工会議所法第45条第1項）。「少なくとも会日の七日前までに」通知します（同条第6項）。',
      ),
    ).toEqual(['商工会議所法 第45条第1項 存在', '商工会議所法 第45条第6項 本文一致']);
    expect(verdicts('商工会議所法第99条によります。')).toEqual(['商工会議所法 第99条 存在しない']);
    expect(verdicts('規定なし。事務局にお尋ねください。')).toEqual([]);
    expect(verdicts('労働基準法第39条によります。')).toEqual(['労働基準法 第39条 未確認']);
  });
});
