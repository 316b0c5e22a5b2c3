/** A server for working on the page in a plain browser: it makes its bundle by the same core as the real one. */
import { buildBundle } from '../../../shared/corpus/bundle.ts';
import { readText } from '../../../shared/corpus/read/text.ts';
import type { ScriptRun } from '../../sidebar/rpc.ts';
import { refuse, runnerOf } from '../../sidebar/testing/mock-run.ts';
import type { Input } from '../../view/protocol.ts';
import type { RulesOutputs, RulesProblemView, RulesView } from '../../view/rules-protocol.ts';
import type { PageMethod } from '../app.ts';
import * as data from './mock-data.ts';
import type { Scenario } from './mock-state.ts';

type Answers = { readonly [M in PageMethod]: (input: Input<M>) => RulesOutputs[M] };

const problems: readonly RulesProblemView[] = [
  {
    severity: 'error',
    severityLabel: '直す',
    code: 'rules.open-as-doc',
    message: '「就業規則.docx」は、この画面では読めません。',
    remedy:
      'ドライブでファイルを開き、「Google ドキュメントとして保存」で、ドキュメントにしたものを同じフォルダーに置いてください。',
  },
  {
    severity: 'warning',
    severityLabel: '確認',
    code: 'corpus.doc.list-numbers',
    message: '「会員規程」の自動の番号 12 か所を、1. 2. 3. の順に数えて読みました。',
    remedy: '「第1条」のような番号を箇条書きの機能で付けているときは、文字として打ち直してください。',
  },
];

const docUrl = (name: string): string =>
  `https://docs.google.com/document/d/${encodeURIComponent(name)}/edit`;

/** Makes a runner in the place of `google.script.run`. */
export const mockRun = (scenario: Scenario): (() => ScriptRun) => runnerOf(createAnswers(scenario), scenario);

function createAnswers(scenario: Scenario): Answers {
  const texts = [data.articles, data.travel];
  if (scenario.hostile)
    texts.push(
      `見本悪意規程\n（${data.hostileText}）\n第1条　${data.hostileText}を定める。\n第2条　おわり。`,
    );
  const made = buildBundle(texts.map((text, at) => readText(text, `規程${at + 1}.txt`)));
  let { standing } = scenario;
  let calls = 0;
  let key = scenario.changesOnce ? 'old' : 'bundle-1';

  const allow = (): void => {
    if (scenario.viewer)
      throw refuse(
        'access.denied',
        'この操作には「設定」の役割が必要です。',
        '役割は「点検と設定」で付けます。',
      );
  };
  const view = (): RulesView => ({
    folder:
      standing === 'none'
        ? null
        : {
            name: scenario.hostile ? data.hostileText : '規程の束',
            url: 'https://drive.google.com/drive/folders/mihon',
          },
    isClosed: false,
    mayBuild: !scenario.viewer,
    ask: { chamberName: '見本商工会議所', phone: '03-0000-0100', email: 'info@mihon-cci.example.jp' },
    bundle:
      standing !== 'built'
        ? null
        : {
            key,
            at: '2026-11-24 10:05',
            sources: made.manifest.sources.map(({ file, title, characters }) => ({
              title,
              name: file.replace(/\.md$/, ''),
              url: docUrl(title),
              characters,
            })),
            pieces: 2,
            outUrl: 'https://drive.google.com/drive/folders/out',
            indexUrl: docUrl('索引'),
            comparisonUrl: docUrl('新旧対照表'),
            syncUrl: docUrl('再同期一覧'),
            problems: scenario.problems ? problems : [],
            counts: scenario.problems ? { error: 1, warning: 1, info: 0 } : { error: 0, warning: 0, info: 0 },
          },
  });
  return {
    rules: view,
    rulesTexts({ key: asked, piece }) {
      if (asked === 'old') {
        key = 'bundle-1';
        throw refuse(
          'rules.changed',
          '規程の束が、画面を開いたあとに作り直されました。',
          '「もう一度読み込む」を押してください。',
        );
      }
      const all = made.manifest.sources.map(({ title, file }) => ({
        title,
        file,
        text: made.files.find(({ name }) => name === file)?.text ?? '',
      }));
      return piece === 0 ? all.slice(0, 1) : all.slice(1);
    },
    rulesFiles() {
      allow();
      return {
        readable: ['定款', '旅費規程'],
        isBundle: false,
        problems: scenario.problems ? problems.slice(0, 1) : [],
      };
    },
    makeRulesFolder() {
      allow();
      standing = 'folder';
      return view();
    },
    chooseRulesFolder({ address }) {
      allow();
      if (!address.includes('/folders/'))
        throw refuse(
          'rules.folder-address',
          `「${address}」は、開けるフォルダーのアドレスではありません。`,
          'ドライブでフォルダーを開き、アドレスをそのまま貼ってください。',
          'address',
        );
      standing = 'folder';
      return view();
    },
    buildRules() {
      allow();
      calls += 1;
      if (calls === 1) return { phase: 'read', done: 1, total: 2, sync: [] };
      if (calls === 2) return { phase: 'write', done: 2, total: 3, sync: [] };
      standing = 'built';
      return {
        phase: 'done',
        done: 3,
        total: 3,
        sync: [
          { name: '見本商工会議所定款', kind: 'changed' },
          { name: '見本商工会議所旅費規程', kind: 'added' },
        ],
      };
    },
  };
}
