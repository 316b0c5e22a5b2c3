import { describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.ts';
import { checkBundle } from './check.ts';
import { bundleTexts, changedSources, changedUnits } from './compare.ts';
import { notebookLimits } from './limits.ts';
import { readManifest } from './manifest.ts';
import { readQuestions, recallOf } from './questions.ts';
import { documentOf } from './testing.ts';

const rule = (days: number) =>
  documentOf('旅費規程', `第1条　旅行者は、${days}日以内に精算する。\n第2条　前条の期限は、延ばせる。`);
const textOf = (bundle: ReturnType<typeof buildBundle>) => (file: string) =>
  bundle.files.find(({ name }) => name === file)?.text ?? null;
const codes = (bundle: ReturnType<typeof buildBundle>) => bundle.issues.map(({ code }) => code);
const checked = (bundle: ReturnType<typeof buildBundle>, limits = notebookLimits) =>
  checkBundle(bundle.manifest, textOf(bundle), limits);

describe('bundles', () => {
  it('are_the_same_bytes_for_the_same_documents_in_any_order', () => {
    const other = documentOf('定款', '第1条　甲');
    expect(buildBundle([rule(7), other]).files).toEqual(buildBundle([other, rule(7)]).files);
  });

  it('have_a_manifest_that_reads_back', () => {
    const { files, manifest } = buildBundle([rule(7)]);
    expect(readManifest(files[files.length - 1]?.text ?? '')).toEqual(manifest);
    expect(manifest.sources[0]).toMatchObject({
      file: '旅費規程.md',
      units: ['第1条', '第2条'],
      references: [{ from: '第2条', to: '第1条', resolved: 'yes' }],
    });
  });

  it('tell_documents_of_one_title_apart', () => {
    const bundle = buildBundle([rule(7), { ...rule(10), file: '旧旅費規程.txt' }]);
    expect(bundle.manifest.sources.map(({ title }) => title)).toEqual(
      ['旅費規程', '旅費規程（旧旅費規程.txt）'].sort(),
    );
    expect(codes(bundle)).toContain('corpus.title-twice');
  });

  it('split_a_document_that_is_too_long_and_read_it_back_as_one', () => {
    const text = Array.from(
      { length: 60 },
      (_all, at) => `第${at + 1}条　${'文'.repeat(100)}${at}である。`,
    ).join('\n');
    const limits = { ...notebookLimits, charactersOfSource: 2000 };
    const bundle = buildBundle([documentOf('長い規程', text)], limits);
    const { sources } = bundle.manifest;
    expect(sources.length).toBeGreaterThan(2);
    expect(sources[1]?.file).toBe('長い規程-2.md');
    expect(sources.every(({ characters }) => characters <= 2000)).toBe(true);
    expect(sources.flatMap(({ units }) => units)).toHaveLength(60);
    expect(checked(bundle, { ...limits }).issues).toEqual([]);
  });

  it('say_what_changed_and_what_to_sync', () => {
    const before = buildBundle([rule(7), documentOf('定款', '第1条　甲')]);
    const after = buildBundle([rule(10), documentOf('規約', '第1条　乙')]);
    expect(
      changedSources(before.manifest, after.manifest).map(({ file, kind }) => `${file} ${kind}`),
    ).toEqual(['旅費規程.md changed', '規約.md added', '定款.md removed']);
    expect(
      changedUnits(
        bundleTexts(before.manifest.sources, textOf(before)),
        bundleTexts(after.manifest.sources, textOf(after)),
      ),
    ).toContainEqual({
      document: '旅費規程',
      address: '第1条',
      kind: 'changed',
      before: '旅行者は、7日以内に精算する。',
      after: '旅行者は、10日以内に精算する。',
    });
  });

  it('are_checked_for_references_numbers_limits_and_missing_files', () => {
    const bundle = buildBundle([documentOf('規程', '第1条　第9条による。\n第3条　甲')]);
    const found = checked(bundle, { ...notebookLimits, sources: 1, charactersOfSource: 10 });
    expect(found.issues.map(({ code }) => code)).toEqual([
      ...['corpus.number-missing', 'corpus.reference-missing'],
      // Of the index and of the source.
      ...['corpus.over-limit', 'corpus.over-limit', 'corpus.sources-many'],
    ]);
    expect(checkBundle(bundle.manifest, () => null, notebookLimits).issues.map(({ code }) => code)).toEqual([
      'corpus.source-missing',
    ]);
  });

  it('leave_out_an_empty_document_and_build_the_rest', () => {
    const bundle = buildBundle([documentOf('空', ''), rule(7)]);
    expect(bundle.manifest.sources).toHaveLength(1);
    expect(codes(bundle)).toContain('corpus.source-empty');
  });
});

describe('questions', () => {
  it('are_asked_of_blocks_and_of_windows', () => {
    const { regulations, shelf } = checked(
      buildBundle([rule(7), documentOf('定款', '第1条　会頭は議員総会を招集する。')]),
    );
    const { questions } = readQuestions(
      'question,document,address\n総会を集めるのは誰か,定款,第1条\n精算はいつまでか,旅費規程,第1条\n消えた条,旅費規程,第9条\n答えのない問い,,\n',
      'q.csv',
    );
    const recall = recallOf(questions, regulations, shelf.books, shelf.names);
    expect(recall.asked).toBe(3);
    expect(recall.ranks.map(({ rank }) => rank)).toEqual([1, 1, 0]);
    expect(recall.issues.map(({ code }) => code)).toEqual(['corpus.question-address']);
    expect(readQuestions('a,b\n', 'q.csv').issues.map(({ code }) => code)).toEqual([
      'corpus.questions-header',
    ]);
  });
});
