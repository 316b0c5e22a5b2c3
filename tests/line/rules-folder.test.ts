/** What a folder of regulations may hold: documents with everything in them, other files, a bundle of the command line, nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '../../shared/corpus/bundle.ts';
import { readMarkdown } from '../../shared/corpus/read/markdown.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, readyChamber } from '../support/chamber.ts';
import { buildAll, chamberWithRules, docsIn, lookupOf, putFile, refusedCode } from '../support/rules.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const out = 'ノートブック用';

describe('what lies in the folder', () => {
  it('text_html_markdown__are_read__word_and_pdf_are_named_with_what_to_do', () => {
    const chamber = readyChamber(built);
    const folder = ask(chamber, 'makeRulesFolder', {}).folder?.url.split('/').pop() ?? '';
    putFile(
      chamber,
      built,
      folder,
      '会計規程.txt',
      '見本会計規程\n第1条　会計を定める。\n第2条　帳簿を置く。',
    );
    putFile(
      chamber,
      built,
      folder,
      '文書規程.html',
      '<h1>見本文書規程</h1><p>第1条　文書を保存する。</p><p>第2条　廃棄する。</p>',
      'text/html',
    );
    putFile(
      chamber,
      built,
      folder,
      '手引.md',
      '# 見本の手引\n\n## 1 受付\n\n受付は窓口で行う。',
      'text/markdown',
    );
    putFile(
      chamber,
      built,
      folder,
      '就業規則.docx',
      'x',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    putFile(chamber, built, folder, '図.png', 'x', 'image/png');
    const { readable, problems } = ask(chamber, 'rulesFiles', {});
    expect(readable).toEqual(['会計規程.txt', '手引.md', '文書規程.html']);
    expect(problems.map(({ code }) => code)).toEqual(['rules.open-as-doc', 'corpus.not-a-rule']);
    buildAll(chamber);
    const { bundle } = ask(chamber, 'rules', {});
    expect(bundle?.sources.map(({ title }) => title).sort()).toEqual([
      '見本の手引',
      '見本会計規程',
      '見本文書規程',
    ]);
    expect(bundle?.problems[0]?.message).toBe('「就業規則.docx」は、この画面では読めません。');
    expect(bundle?.problems[0]?.remedy).toContain('Google ドキュメントとして保存');
    expect(lookupOf(chamber).search('保存', '', 1).hits[0]).toMatchObject({ document: '見本文書規程' });
  });

  it('footnotes_lists_tabs_pictures__nothing_is_read_over', () => {
    const { chamber, articlesId } = chamberWithRules(built);
    const doc = chamber.workspace.state.documents[articlesId];
    if (doc === undefined) throw new Error('no document');
    const line = (id: string, text: string) => ({
      id,
      type: 'PARAGRAPH',
      attributes: {},
      children: [{ id: `${id}.t`, type: 'TEXT', attributes: {}, runs: [{ text, style: {} }] }],
    });
    doc.body.children?.push({
      ...line('n', '第4条　脚注のある条'),
      children: [
        { id: 'n.t', type: 'TEXT', attributes: {}, runs: [{ text: '第4条　脚注のある条。', style: {} }] },
        {
          id: 'n.f',
          type: 'FOOTNOTE',
          attributes: {},
          children: [
            { id: 'n.s', type: 'FOOTNOTE_SECTION', attributes: {}, children: [line('n.p', '注のことば')] },
          ],
        },
      ],
    });
    doc.body.children?.push(
      {
        ...line('i1', '甲に掲げる者'),
        type: 'LIST_ITEM',
        attributes: { LIST_ID: 'l', GLYPH_TYPE: 'NUMBER' },
      },
      {
        ...line('i2', '乙に掲げる者'),
        type: 'LIST_ITEM',
        attributes: { LIST_ID: 'l', GLYPH_TYPE: 'NUMBER' },
      },
    );
    doc.tabs = [
      {
        id: 't2',
        title: '別冊',
        body: { ...doc.body, id: 'body2', children: [line('z', '二つ目のタブの文。')] },
      },
    ];
    buildAll(chamber);
    const text = docsIn(chamber, out).見本商工会議所定款?.text ?? '';
    for (const words of ['注のことば', '甲に掲げる者', '二つ目のタブの文。']) expect(text).toContain(words);
    const codes = ask(chamber, 'rules', {}).bundle?.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['corpus.doc.list-numbers', 'corpus.doc.tabs']));
  });

  it.each([
    ['empty_folder', 'rules.folder-empty', () => undefined],
    [
      'manifest_that_is_none',
      'rules.bundle-manifest',
      (chamber: Chamber, folder: string) =>
        putFile(chamber, built, folder, 'manifest.json', '{}', 'application/json'),
    ],
    [
      'folder_in_the_bin',
      'rules.folder-closed',
      (chamber: Chamber, folder: string) =>
        Object.assign(chamber.workspace.state.files[folder] ?? {}, { trashed: true }),
    ],
  ] as const)('%s__is_told_in_words_and_nothing_is_made', (_name, code, prepare) => {
    const chamber = readyChamber(built);
    const folder = ask(chamber, 'makeRulesFolder', {}).folder?.url.split('/').pop() ?? '';
    prepare(chamber, folder);
    expect(refusedCode(call(chamber, 'buildRules', {}).reply)).toBe(code);
    expect(ask(chamber, 'rules', {}).bundle).toBeNull();
  });

  it('address__of_another_folder_is_taken__of_a_file_or_a_foreign_page_is_refused', () => {
    const { chamber, articlesId } = chamberWithRules(built);
    const own = String(
      Object.values(chamber.workspace.state.files).find(({ name }) => name === out)?.id ?? 'root',
    );
    for (const address of ['https://example.com/', `https://docs.google.com/document/d/${articlesId}/edit`]) {
      expect(refusedCode(call(chamber, 'chooseRulesFolder', { address }).reply)).toBe('rules.folder-address');
    }
    expect(own).toBe('root');
    expect(ask(chamber, 'rules', {}).folder?.name).toBe('規程の束');
  });
});

describe('bundle of the command line', () => {
  const source = (title: string, sentence: string): string =>
    [
      `# ${title}`,
      '',
      `- 版：0123456789ab`,
      `- 元のファイル：${title}.docx`,
      '',
      `〔${title} 第1条〕${sentence}`,
      '',
    ].join('\n');

  it('sources_and_manifest_in_the_folder__are_used_as_they_are__a_missing_one_stops_it', () => {
    const bundle = buildBundle([
      readMarkdown('# 見本会員規程\n\n第1条　会員を定める。\n\n第2条　会費は年額とする。', '会員規程.md'),
    ]);
    const chamber = readyChamber(built);
    const folder = ask(chamber, 'makeRulesFolder', {}).folder?.url.split('/').pop() ?? '';
    const put = ({ name, text }: { name: string; text: string }) =>
      putFile(
        chamber,
        built,
        folder,
        name,
        text,
        name.endsWith('.json') ? 'application/json' : 'text/markdown',
      );
    for (const file of bundle.files.filter(({ name }) => name !== '索引.md')) put(file);
    expect(refusedCode(call(chamber, 'buildRules', {}).reply)).toBe('rules.bundle-incomplete');
    for (const file of bundle.files.filter(({ name }) => name === '索引.md')) put(file);
    putFile(chamber, built, folder, '別の規程.md', source('別の規程', '読まない。'), 'text/markdown');
    buildAll(chamber);
    const { bundle: view } = ask(chamber, 'rules', {});
    expect(view?.sources.map(({ title }) => title)).toEqual(['見本会員規程']);
    expect(view?.problems.map(({ code }) => code)).toEqual(['rules.bundle-only']);
    const [text] = ask(chamber, 'rulesTexts', { key: view?.key ?? '', piece: 0 });
    expect(text?.text).toBe(bundle.files.find(({ name }) => name === text?.file)?.text);
    expect(docsIn(chamber, out).見本会員規程?.text).toContain('〔見本会員規程 第2条〕会費は年額とする。');
  });
});
