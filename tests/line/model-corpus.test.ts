/** The model chamber's regulations through the command line: read, built, checked, asked, and answers held against them (S16). */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  modelFiles,
  modelText,
  printedFile,
  printedText,
  printMark,
} from '../../scripts/data/model-corpus.ts';
import { type Block, plainOf } from '../../scripts/data/model-corpus-text.ts';
import { withoutAnnotations } from '../../shared/corpus/annotation.ts';
import { checkBundle } from '../../shared/corpus/check.ts';
import { checkCitations } from '../../shared/corpus/citations.ts';
import { notebookLimits } from '../../shared/corpus/limits.ts';
import { manifestName, readManifest } from '../../shared/corpus/manifest.ts';
import { readQuestions } from '../../shared/corpus/questions.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';

const model = join(root, 'tests/model-corpus');
const golden = join(model, 'bundle');
let folder = '';
let built = { code: -1 as number | null, out: '', err: '' };
const at = (name: string) => join(folder, '束', name);
const text = (path: string) => readFileSync(path, 'utf8');

function cci(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/cli/cci.mjs'), 'corpus', ...words],
    { cwd: folder, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}
const sources = () => readManifest(text(at(manifestName)))?.sources ?? [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci 見本 '));
  built = cci('build', '--source', join(model, 'source'), '--out', '束');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the files of the model chamber', () => {
  it.each(Object.entries(modelFiles))('%s is what its text makes', (name, { file, make }) => {
    const made = Buffer.from(make(modelText(name)));
    expect(made.equals(readFileSync(join(model, 'source', file)))).toBe(true);
  });

  it('has_a_pdf_that_was_printed_from_its_text', () => {
    const bytes = readFileSync(join(model, 'source', printedFile), 'latin1');
    expect(bytes.endsWith(printMark(modelText(printedText)))).toBe(true);
  });
});

/** What stands in a number or a label and not in the words: an address says it in the bundle. */
const labels = [
  /^第[0-9０-９一二三四五六七八九十]+[条章節](?:の[0-9０-９一二三四五六七八九十]+)?[\s\u3000]*/,
  /^[（(]?(?:[0-9０-９]+|[一二三四五六七八九十]+|[イロハニア-エ])[）)]?[\s\u3000]+/,
  /^(?:[QA][0-9]+|[0-9]+(?:-[0-9]+)+)[\s\u3000]+/,
  /^附[\s\u3000]*則（[^（）]*改正）$/,
  /^(?:附[\s\u3000]*則|別表(?:第[0-9０-９一二三]+)?|様式第[0-9]+号)/,
];
const bare = (line: string): string => labels.reduce((rest, label) => rest.replace(label, ''), line);
/** Without blanks, marks of tables, and brackets: headings get some. */
const squeezed = (line: string): string => line.replace(/[\s\u3000|（）]+/g, '');

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'title') return [];
  if (block.kind === 'table') {
    // A blank in the first column goes on with the cell above, which the bundle repeats.
    let above = '';
    return block.rows.flatMap(([first = '', ...rest]) => {
      above = first === '' ? above : first;
      return [above, ...rest];
    });
  }
  const line = bare(plainOf(block.text));
  // A heading and what it is about may be set apart: （第八条関係）　会費の額.
  return block.kind === 'heading' ? line.split(/[\s\u3000]+/) : [line];
}
const times = (whole: string, part: string): number => whole.split(part).length - 1;

/** An address that only counts; others are words of the document (a heading that serves as an address). */
const numbers = /^(?:目次|附則.*|(?:別表|様式|第[0-9]).*|Q?[0-9]+(?:-[0-9]+)*)$/;

/** A source without its addresses, additions, and the lines of its head that the engine made. */
function wordsOf(title: string, source: string): string {
  const lines = source
    .split('\n')
    .filter((line) => !/^# |^- (?:略称|版|元のファイル|用語|附則による施行)：|^\|(?: --- \|)+$/.test(line))
    .map((line) => {
      const start = `〔${title}`;
      const end = line.startsWith(start) ? line.indexOf('〕') : -1;
      const address = line.slice(start.length, Math.max(start.length, end)).trim();
      return `${end < 0 || numbers.test(address) ? '' : address} ${withoutAnnotations(line.slice(end + 1))}`;
    });
  return squeezed(lines.join('\n'));
}

/** Counted by hand: articles (with branches and 削除), questions, headed parts of the third level. */
const counted: readonly (readonly [string, string, RegExp, number])[] = [
  ['定款', '見本商工会議所定款', /^第\d+条(?:の\d+)?/, 75],
  ['会員規程', '見本商工会議所会員規程', /^第\d+条(?:の\d+)?/, 23],
  ['会計規程', '見本商工会議所会計規程', /^第\d+条(?:の\d+)?/, 36],
  ['旅費規程', '見本商工会議所旅費規程', /^第\d+条(?:の\d+)?/, 22],
  ['文書取扱規程', '見本商工会議所文書取扱規程', /^第\d+条(?:の\d+)?/, 25],
  ['個人情報保護規程', '見本商工会議所個人情報保護規程', /^第\d+条(?:の\d+)?/, 24],
  ['会計QA', '会計Q&A', /^Q\d+/, 16],
  ['事務局業務マニュアル', '事務局業務マニュアル', /^\d+-\d+-\d+$/, 18],
];

describe('the bundle of the model chamber', () => {
  it('is_built_with_every_reference_leading_somewhere', () => {
    expect(sources()).toHaveLength(counted.length);
    const references = sources().flatMap(({ title, references: own }) =>
      own.map(({ from, to, resolved }) => ({ words: `${title} ${from} → ${to}`, resolved })),
    );
    expect(references.filter(({ resolved }) => resolved === 'no').map(({ words }) => words)).toEqual([]);
    expect(references.filter(({ resolved }) => resolved === 'yes').length).toBeGreaterThan(240);
    // Acts that are not in the bundle, and nothing else.
    for (const { words } of references.filter(({ resolved }) => resolved === 'outside'))
      expect(words).toMatch(/→ (?:商工会議所法|個人情報の保護に関する法律) /);
    expect(built).toMatchObject({ code: 0, err: '' });
  });

  it.each(counted)('holds all of %s once', (name, title, unit, count) => {
    const source = sources().find((one) => one.title === title);
    const found = new Set(source?.units.flatMap((address) => unit.exec(address) ?? []));
    expect([...found]).toHaveLength(count);
    const lines = modelText(name).flatMap(linesOf).map(squeezed);
    const whole = lines.join('\n');
    const words = wordsOf(title, text(at(source?.file ?? '')));
    const sentences = new Set(lines.flatMap((line) => line.split(/(?<=。)/)).filter((one) => one !== ''));
    expect(sentences.size).toBeGreaterThan(40);
    const wrong = [...sentences].filter((one) => times(words, one) !== times(whole, one));
    expect(wrong).toEqual([]);
  });

  it('is_the_golden_one', () => {
    const made = readdirSync(join(folder, '束')).filter((name) => name !== 'build-state.json');
    if (process.env.UPDATE_GOLDEN === '1') {
      rmSync(golden, { recursive: true, force: true });
      for (const name of made) cpSync(at(name), join(golden, name));
    }
    expect(made.sort()).toEqual(readdirSync(golden).sort());
    for (const name of made) expect(text(at(name)), name).toBe(text(join(golden, name)));
  });
});

describe('questions and answers', () => {
  const [, ...verdicts] = parseDelimited(text(join(model, 'answers/判定.csv'))).rows;
  const verdictsOf = (name: string) =>
    verdicts.filter(([answer]) => answer === name).map(([, address, verdict]) => `${address}, ${verdict}`);
  const answerOf = (name: string) => join(model, 'answers', `${name}.txt`);

  it('S16_the_right_answer_is_held_and_all_eighty_questions_have_their_address_in_the_bundle', () => {
    const questions = join(model, 'questions.csv');
    const read = readQuestions(text(questions), questions);
    expect(read.issues).toEqual([]);
    expect(new Set(read.questions.map(({ question }) => question)).size).toBe(80);
    const run = cci('check', '--bundle', '束', '--questions', questions, '--answer', answerOf('正しい答え'));
    expect(run.out.trim().split('\n')).toEqual(verdictsOf('正しい答え'));
    expect(run.code).toBe(0);
    expect(run.err).toContain('質問 80 件');
    expect(run.err).not.toContain('[corpus.question-address]');
  });

  it.each([
    ['ない条文', 4],
    ['引用違い', 3],
    ['規定なし', 0],
  ])('S16_%s', (name, count) => {
    const manifest = readManifest(text(at(manifestName)));
    if (manifest === null) throw new Error('no manifest');
    const { shelf } = checkBundle(manifest, (file) => text(at(file)), notebookLimits);
    const found = checkCitations(text(answerOf(name)), shelf);
    expect(found.map(({ address, verdict }) => `${address}, ${verdict}`)).toEqual(verdictsOf(name));
    expect(found).toHaveLength(count);
  });
});
