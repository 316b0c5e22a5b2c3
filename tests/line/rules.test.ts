/** The bundle of regulations in the chamber's Drive: built, revised (J5), resumed, and looked up by whoever may see it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../shared/corpus/lookup-check.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, call, clerk, records } from '../support/chamber.ts';
import {
  buildAll,
  chamberWithRules,
  docsIn,
  docText,
  lookupOf,
  putDoc,
  refusedCode,
  revise,
} from '../support/rules.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const out = 'ノートブック用';
const keep = '控え（ノートブックに入れない）';

describe('build', () => {
  it('folder_with_documents__one_document_each_with_addresses__an_index__and_nothing_else_is_touched', () => {
    const { chamber, articlesId, travelId } = chamberWithRules(built);
    const { documents } = chamber.workspace.state;
    const sources = [articlesId, travelId].map((id) => docText(documents[id]));
    expect(ask(chamber, 'rulesFiles', {})).toMatchObject({ readable: ['定款', '旅費規程'], problems: [] });
    const { progress } = buildAll(chamber);
    expect(progress.sync.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '見本商工会議所定款 added',
      '見本商工会議所旅費規程 added',
      '索引 added',
    ]);
    const made = docsIn(chamber, out);
    expect(Object.keys(made).sort()).toEqual(['索引', '見本商工会議所定款', '見本商工会議所旅費規程']);
    const text = made.見本商工会議所定款?.text ?? '';
    expect(text).toContain(
      '〔見本商工会議所定款 第3条第2項〕前項〔第3条第1項〕の招集の通知は、会日の7日前までに発する。',
    );
    expect(text.startsWith('見本商工会議所定款\n')).toBe(true);
    expect(made.見本商工会議所旅費規程?.text).toContain('役員 | 3,000円');
    expect(made.見本商工会議所旅費規程?.text).toContain('定款第3条〔見本商工会議所定款 第3条〕');
    expect(made.索引?.text).toContain('見本商工会議所定款');
    expect(made.索引?.text).not.toContain('.md');
    expect([articlesId, travelId].map((id) => docText(documents[id]))).toEqual(sources);
    expect(Object.keys(docsIn(chamber, keep))).toEqual(['再同期一覧']);
  });

  it('again_without_a_change__no_document_is_written', () => {
    const { chamber } = chamberWithRules(built);
    buildAll(chamber);
    const { result } = call(chamber, 'buildRules', {});
    expect(result.calls.list.filter((name) => /^Document|createFile|File\.update/.test(name))).toEqual([]);
    expect(ask(chamber, 'buildRules', {})).toMatchObject({ phase: 'done', sync: [] });
  });

  it('J5__one_regulation_revised__the_same_document_is_rewritten__comparison_and_list_say_what_to_do', () => {
    const { chamber, articlesId } = chamberWithRules(built);
    buildAll(chamber);
    const before = docsIn(chamber, out);
    const { files } = chamber.workspace.state;
    const stamp = files[before.見本商工会議所旅費規程?.id ?? '']?.updatedAt;
    revise(chamber, built, articlesId, '7日前', '10日前');
    const { progress } = buildAll(chamber);
    const after = docsIn(chamber, out);
    expect(progress.sync).toEqual([{ name: '見本商工会議所定款', kind: 'changed' }]);
    expect(after.見本商工会議所定款?.id).toBe(before.見本商工会議所定款?.id);
    expect(after.見本商工会議所定款?.text).toContain('会日の10日前までに');
    expect(after.見本商工会議所定款?.text).not.toContain('7日前');
    expect(files[after.見本商工会議所旅費規程?.id ?? '']?.updatedAt).toBe(stamp);
    const kept = docsIn(chamber, keep);
    expect(kept.新旧対照表?.text).toMatch(/第3条第2項 \| 変更 \| .*7日前.* \| .*10日前/);
    expect(kept.再同期一覧?.text).toContain('見本商工会議所定款 | 再同期する');
    const { bundle } = ask(chamber, 'rules', {});
    expect(bundle?.comparisonUrl).toContain(kept.新旧対照表?.id ?? '-');
    const { hits } = lookupOf(chamber).search('招集の通知', '', 3);
    expect(hits[0]).toMatchObject({ address: '第3条第2項', text: expect.stringContaining('10日前') });
  });

  it('regulation_replaced_by_a_new_file_of_the_same_title__its_document_goes_on__one_taken_away_is_set_aside', () => {
    const { chamber, folder, articlesId, travelId } = chamberWithRules(built);
    buildAll(chamber);
    const before = docsIn(chamber, out);
    const { files } = chamber.workspace.state;
    for (const id of [articlesId, travelId]) Object.assign(files[id] ?? {}, { trashed: true });
    putDoc(chamber, built, folder, '定款（改正後）', [
      '# 見本商工会議所定款',
      '第1条　名称を改める。',
      '第2条　会員を置く。',
    ]);
    const { progress } = buildAll(chamber);
    const after = docsIn(chamber, out);
    expect(after.見本商工会議所定款?.id).toBe(before.見本商工会議所定款?.id);
    expect(progress.sync).toEqual([
      { name: '見本商工会議所定款', kind: 'changed' },
      { name: '見本商工会議所旅費規程', kind: 'removed' },
      { name: '索引', kind: 'changed' },
    ]);
    expect(after.見本商工会議所旅費規程).toBeUndefined();
    expect(docsIn(chamber, keep)['（廃止）見本商工会議所旅費規程']?.id).toBe(
      before.見本商工会議所旅費規程?.id,
    );
  });

  it('document_thrown_away_by_hand__is_made_again_and_has_to_be_added', () => {
    const { chamber } = chamberWithRules(built);
    buildAll(chamber);
    const lost = docsIn(chamber, out).見本商工会議所定款?.id ?? '';
    Object.assign(chamber.workspace.state.files[lost] ?? {}, { trashed: true });
    expect(buildAll(chamber).progress.sync).toEqual([
      { name: '見本商工会議所定款', kind: 'added' },
      { name: '見本商工会議所定款', kind: 'removed' },
    ]);
    expect(docsIn(chamber, out).見本商工会議所定款?.id).not.toBe(lost);
  });

  it('list_pointed_at_another_document_by_hand__that_one_is_not_touched', () => {
    const { chamber, articlesId } = chamberWithRules(built);
    buildAll(chamber);
    const { files, documents } = chamber.workspace.state;
    const ledger = Object.values(files).find(({ name }) => name === '文書.json');
    const made = docsIn(chamber, out).見本商工会議所定款?.id ?? '';
    const text = Buffer.from(ledger?.content ?? '', 'base64').toString('utf8');
    const foreign = putDoc(chamber, built, 'root', '別の人の文書', ['大切な文書']);
    Object.assign(ledger ?? {}, { content: Buffer.from(text.split(made).join(foreign)).toString('base64') });
    revise(chamber, built, articlesId, '7日前', '10日前');
    buildAll(chamber);
    expect(docText(documents[foreign])).toBe('\n大切な文書');
    expect(lookupOf(chamber).search('招集の通知', '', 1).hits[0]?.text).toContain('10日前');
  });

  it(
    'many_long_documents__several_executions_each_within_its_time__and_the_same_end',
    { timeout: 120_000 },
    () => {
      const { chamber, folder } = chamberWithRules(built);
      for (let at = 1; at <= 5; at += 1)
        putDoc(chamber, built, folder, `規程${at}`, [
          `# 見本第${at}規程`,
          ...Array.from(
            { length: 700 },
            (_all, index) => `第${index + 1}条　第${at}の定めその${index + 1}。`,
          ),
        ]);
      const begun = chamber.workspace.now();
      let longest = 0;
      let times = 0;
      for (let phase = ''; phase !== 'done'; times += 1) {
        const from = chamber.workspace.now();
        phase = ask(chamber, 'buildRules', {}).phase;
        longest = Math.max(longest, chamber.workspace.now() - from);
        expect(times).toBeLessThan(20);
      }
      expect(times).toBeGreaterThan(1);
      expect(longest).toBeLessThan(6 * 60_000);
      expect(chamber.workspace.now()).toBeGreaterThan(begun);
      expect(Object.keys(docsIn(chamber, out))).toHaveLength(8);
      expect(lookupOf(chamber).search('見本第5規程700条', '', 1).hits[0]).toMatchObject({
        address: '第700条',
      });
    },
  );
});

describe('look-up', () => {
  it('calls__opening_the_bundle_of_2_or_40_regulations__the_same_few', { timeout: 120_000 }, () => {
    const counts = [0, 38].map((more) => {
      const { chamber, folder } = chamberWithRules(built);
      for (let at = 1; at <= more; at += 1)
        putDoc(chamber, built, folder, `規程${at}`, [
          `# 見本第${at}規程`,
          '第1条　定める。',
          '第2条　置く。',
        ]);
      buildAll(chamber);
      const view = call(chamber, 'rules', {});
      if (!view.reply.ok) throw new Error('refused');
      const { bundle } = view.reply.result;
      expect(bundle?.sources).toHaveLength(more + 2);
      const texts = call(chamber, 'rulesTexts', { key: bundle?.key ?? '', piece: 0 });
      return [view.result.calls.total, texts.result.calls.total, bundle?.pieces];
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.[0]).toBeLessThanOrEqual(14);
    expect(counts[0]?.[1]).toBeLessThanOrEqual(11);
    expect(counts[0]?.[2]).toBe(1);
  });

  it('S16__question__answer_checked__number_that_is_not_there__question_without_a_rule', () => {
    const { chamber } = chamberWithRules(built);
    buildAll(chamber);
    const lookup = lookupOf(chamber);
    const found = lookup.search('議員総会の招集は誰がいつまでに？', '', 5);
    expect(found.cover).toBe('found');
    expect(
      found.hits
        .slice(0, 2)
        .map(({ address }) => address)
        .sort(),
    ).toEqual(['第3条第1項', '第3条第2項']);
    const checked = checkAnswer(
      '議員総会は会頭が招集します（見本商工会議所定款第3条第1項）。「会日の7日前までに」通知します（同条第2項）。定款第99条も見てください。通知は丁寧に。',
      lookup,
    );
    expect(checked.citations.map(({ verdict }) => verdict)).toEqual(['存在', '本文一致', '存在しない']);
    expect(checked.citations[1]?.rule).toBe('前項の招集の通知は、会日の7日前までに発する。');
    expect(checked.unchecked).toEqual(['通知は丁寧に。']);
    const none = lookup.search('駐車場の利用料金はいくらですか', '', 5);
    expect(none).toMatchObject({ cover: 'none', missing: ['駐車場', '利用料金'] });
    expect(ask(chamber, 'rules', {}).ask).toMatchObject({
      chamberName: '見本商工会議所',
      phone: '03-1234-5678',
    });
  });

  it('texts__of_a_bundle_that_was_made_anew_since__are_refused', () => {
    const { chamber, articlesId } = chamberWithRules(built);
    buildAll(chamber);
    const key = ask(chamber, 'rules', {}).bundle?.key ?? '';
    revise(chamber, built, articlesId, '会頭', '会頭代行');
    buildAll(chamber);
    expect(refusedCode(call(chamber, 'rulesTexts', { key, piece: 0 }).reply)).toBe('rules.changed');
    const now = ask(chamber, 'rules', {}).bundle?.key ?? '';
    expect(refusedCode(call(chamber, 'rulesTexts', { key: now, piece: 9 }).reply)).toBe('rules.changed');
  });
});

describe('roles and log', () => {
  it('viewer__searches_and_may_not_build__the_log_names_the_deed_and_no_text', () => {
    const { chamber } = chamberWithRules(built);
    buildAll(chamber);
    const viewer = 'miru@mihon-cci.example';
    chamber.workspace.addUser({ email: viewer, name: '見本 閲覧', role: 'staff' });
    ask(chamber, 'saveAccess', {
      people: [
        { person: clerk, roles: ['view', 'desk', 'approve', 'export', 'settings'] },
        { person: viewer, roles: ['view'] },
      ],
    });
    const as = { user: viewer };
    const { reply } = call(chamber, 'rules', {}, as);
    expect(reply).toMatchObject({ ok: true, result: { mayBuild: false } });
    const key = reply.ok ? (reply.result.bundle?.key ?? '') : '';
    expect(call(chamber, 'rulesTexts', { key, piece: 0 }, as).reply.ok).toBe(true);
    for (const refused of [
      call(chamber, 'buildRules', {}, as),
      call(chamber, 'rulesFiles', {}, as),
      call(chamber, 'makeRulesFolder', {}, as),
      call(chamber, 'chooseRulesFolder', { address: 'x' }, as),
    ]) {
      expect(refusedCode(refused.reply)).toBe('access.denied');
    }
    const log = records(chamber, '操作記録');
    expect(log.some((row) => Object.values(row).includes('規程の束を作る'))).toBe(true);
    expect(JSON.stringify(log)).not.toMatch(/総会|drive\.google|定款/);
  });
});
