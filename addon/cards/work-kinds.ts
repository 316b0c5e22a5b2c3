/** The kinds of work that may outlast a card: what each is called, what is kept of its result, and how it is told. */
import type { Outputs } from '../view/protocol.ts';
import type { Press } from './model.ts';

export type WorkMethod =
  | 'collect'
  | 'createForm'
  | 'applyUpdate'
  | 'exportPreview'
  | 'exportCsv'
  | 'markBatch'
  | 'importPreview'
  | 'importLedger';

type Result = Readonly<Record<string, string>>;

interface Kind<M extends WorkMethod> {
  readonly label: string;
  /** Figures and addresses of the result; `finished: 'no'`: it has to be called again. */
  readonly read: (result: Outputs[M]) => Result;
  /** What came of it, a line each. */
  readonly lines: (result: Result) => readonly string[];
  /** Where it leads. */
  readonly next?: (result: Result) => readonly { readonly text: string; readonly press: Press }[];
}

const count = (value: number): string => String(value);

/** Name of a layout; the mark of one that nobody has confirmed stands in it once. */
export const layoutWords = (name: string, isVerified: boolean): string =>
  isVerified || name.includes('仮の配置') ? name : `${name}（仮の配置）`;

const layoutLine = ({ layout = '', verified }: Result): string =>
  `配置：${layoutWords(layout, verified === 'yes')}`;

const kinds: { readonly [M in WorkMethod]: Kind<M> } = {
  collect: {
    label: '回答の取り込み',
    read: ({ added }) => ({ added: count(added) }),
    lines: ({ added }) => [
      added === '0' ? '新しい回答はありません。' : `${added} 件の回答を取り込みました。`,
    ],
    next: ({ added }) =>
      added === '0' ? [] : [{ text: '受付を見る', press: { act: 'queue', with: { state: 'received' } } }],
  },
  createForm: {
    label: 'フォームの作成',
    read: ({ formId, title, publishedUrl }) => ({ formId, title, publishedUrl }),
    lines: ({ title }) => [`「${title}」を作り、公開しました。`],
    next: ({ formId = '', publishedUrl = '' }) => [
      { text: '回答ページを開く', press: { open: publishedUrl } },
      { text: 'フォームを見る', press: { act: 'form', with: { id: formId } } },
    ],
  },
  applyUpdate: {
    label: 'ひな型の更新',
    read: ({ form, done, total, finished, lines }) => ({
      formId: form.formId,
      title: form.title,
      version: form.version,
      done: count(done),
      total: count(total),
      finished: finished ? 'yes' : 'no',
      changes: count(lines.length),
    }),
    lines: ({ title, version, done, total, finished, changes }) =>
      finished === 'no'
        ? [`${total} か所のうち ${done} か所まで進みました。`]
        : [`「${title}」をひな型 ${version} に更新しました（変更 ${changes} か所）。`],
    next: ({ formId = '' }) => [{ text: 'フォームを見る', press: { act: 'form', with: { id: formId } } }],
  },
  exportPreview: {
    label: 'CSVの下見',
    read: ({ rows, held, waiting, hash, profile }) => ({
      rows: count(rows),
      held: count(held.length),
      waiting: count(waiting),
      hash,
      profileId: profile.id,
      layout: profile.name,
      verified: profile.verified ? 'yes' : 'no',
    }),
    lines: (result) => [`出力する行：${result.rows} 行`, `保留の行：${result.held} 行`, layoutLine(result)],
  },
  exportCsv: {
    label: 'CSVの出力',
    read: ({ batchId, rows, fileName, fileUrl, profileName, profileVerified }) => ({
      batchId,
      rows: count(rows),
      fileName,
      fileUrl,
      layout: profileName,
      verified: profileVerified ? 'yes' : 'no',
    }),
    lines: (result) => [
      `${result.rows} 行を出力しました。`,
      `ファイル：${result.fileName}`,
      layoutLine(result),
    ],
    next: ({ fileUrl = '' }) => [{ text: 'ファイルを開く', press: { open: fileUrl } }],
  },
  markBatch: {
    label: '取込みの結果の記録',
    read: () => ({}),
    lines: () => ['記録しました。'],
    next: () => [{ text: 'CSV出力を見る', press: { act: 'csv', with: {} } }],
  },
  importPreview: {
    label: '台帳の取込みの下見',
    read: ({ file, profile, rows, added, changed, missing, leftOut, report, blocked, hash }) => ({
      fileId: file.fileId,
      file: file.name,
      profileId: profile.id,
      layout: profile.name,
      verified: profile.verified ? 'yes' : 'no',
      rows: count(rows),
      added: count(added),
      changed: count(changed),
      missing: count(missing),
      leftOut: count(leftOut),
      report: count(report.length),
      why: report[0] === undefined ? '' : report[0].message + report[0].remedy,
      blocked: blocked ? 'yes' : 'no',
      hash,
    }),
    lines: (result) => [
      `ファイル：${result.file}（${result.rows} 行）`,
      `追加 ${result.added}・変更 ${result.changed}・ファイルにない事業所 ${result.missing}・取り込めない行 ${result.leftOut}`,
      layoutLine(result),
      ...(result.report === '0' ? [] : [`気になるところが ${result.report} 件あります。${result.why}`]),
      ...(result.blocked === 'yes' ? ['このファイルは、このままでは取り込めません。'] : []),
    ],
  },
  importLedger: {
    label: '台帳の取込み',
    read: ({ importId, done, total, finished, added, changed }) => ({
      importId,
      done: count(done),
      total: count(total),
      finished: finished ? 'yes' : 'no',
      added: count(added),
      changed: count(changed),
    }),
    lines: ({ done, total, finished, added, changed }) =>
      finished === 'no'
        ? [`${total} 行のうち ${done} 行まで進みました。`]
        : [`取り込みました。追加 ${added}・変更 ${changed}。`],
  },
};
export const workKinds = kinds;
