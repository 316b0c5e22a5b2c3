/** CSV出力: what would go out and what is held, the files made before; and the files that wait to be taken into the ledger. */
import type { ExportKind } from '../../../shared/csv/export-kind.ts';
import type { LedgerFilesView } from '../../view/ledger-protocol.ts';
import type { BatchView, ExportPreview } from '../../view/protocol.ts';
import type { Card, Section, Widget } from '../model.ts';
import { layoutWords } from '../work-kinds.ts';
import { act, button, buttons, firstOf, section, text } from './parts.ts';

const kindLabels: Readonly<Record<ExportKind, string>> = {
  applications: '入会申込',
  updates: '台帳の変更',
  full: '台帳の全件',
};
const kinds: readonly ExportKind[] = ['applications', 'updates', 'full'];
export const isExportKind = (name: string): name is ExportKind => kinds.some((one) => one === name);

const mostHeld = 15;
const mostBatches = 5;

function previewSection(preview: ExportPreview, kind: ExportKind): Section {
  const { profile, rows, held } = preview;
  return section(`${kindLabels[kind]}を出す`, [
    {
      kind: 'row',
      top: `配置：${layoutWords(profile.name, profile.verified)}`,
      text: `出力する行 ${rows} 行・保留 ${held.length} 行`,
      bottom: rows === 0 ? '出すものはありません。' : preview.fileName,
      icon: rows === 0 ? 'none' : 'wait',
    },
    ...(profile.verified
      ? []
      : [
          text('仮の配置です。出したファイルは、少しの行で取り込みを確かめてから使ってください。', 'warning'),
        ]),
    buttons(
      rows === 0
        ? null
        : button(
            `${rows} 行を出力する`,
            act('makeCsv', { kind, profile: profile.id, hash: preview.hash, rows: String(rows) }),
            {
              isMain: true,
            },
          ),
      button('更新', act('csv', { again: 'yes' })),
    ),
  ]);
}

function heldSection({ held }: ExportPreview, kind: ExportKind): readonly Section[] {
  if (held.length === 0) return [];
  const rows: readonly Widget[] = held.map((one) => ({
    kind: 'row',
    icon: 'mend',
    top: one.receiptNumber,
    text: one.name,
    bottom: one.reasons.join(' '),
    ...(kind === 'applications' ? { press: act('case', { id: one.applicationId }) } : {}),
  }));
  return [section(`保留（${held.length} 行）`, firstOf(rows, mostHeld), 3)];
}

/** What was made, with what can be said of it while nobody has. */
const batchRows = (batch: BatchView): readonly Widget[] => [
  {
    kind: 'row',
    top: `${batch.madeAt}　${batch.kindLabel}`,
    text: `${batch.rows} 行・${batch.stateLabel}`,
    bottom: batch.fileName,
    icon: batch.state === 'made' ? 'wait' : batch.state === 'imported' ? 'done' : 'mend',
    ...(batch.fileUrl === '' ? {} : { button: button('開く', { open: batch.fileUrl }) }),
  },
  ...(batch.state === 'made'
    ? [
        buttons(
          button('取込済', act('askMark', { batch: batch.batchId, result: 'imported' })),
          button('取込失敗', act('askMark', { batch: batch.batchId, result: 'failed' })),
        ),
      ]
    : []),
];

export type BatchResult = 'imported' | 'failed';

/** Asks before the result is written down: it can be said once only. */
export function markCard(batch: BatchView, result: BatchResult): Card {
  const isFailed = result === 'failed';
  return {
    name: 'mark',
    title: isFailed ? '取込失敗を記録する' : '取込済を記録する',
    subtitle: `${batch.madeAt}　${batch.kindLabel}　${batch.rows} 行`,
    sections: [
      {
        widgets: [
          { kind: 'row', top: 'ファイル', text: batch.fileName },
          text(
            isFailed
              ? `この回の ${batch.rows} 行は、すべて「出力待ち」に戻ります。このファイルは、もう取り込まないでください。`
              : '基幹システムに入ったことを確かめてから記録してください。',
          ),
          text('記録は、あとから変えられません。', 'warning'),
          {
            kind: 'input',
            name: 'note',
            label: isFailed ? '何が起きたか（分かる範囲で）' : 'メモ（なくても構いません）',
            hint: isFailed ? '例：12行目で郵便番号のエラー' : '例：全件の取込を確認',
          },
        ],
      },
    ],
    footer: {
      primary: button(
        isFailed ? '取込失敗を記録' : '取込済を記録',
        act('mark', { batch: batch.batchId, result, rows: String(batch.rows) }),
      ),
      secondary: button('やめる', act('back')),
    },
  };
}

/** The newest, and every one that nobody has said anything of yet. */
const shownBatches = (batches: readonly BatchView[]): readonly BatchView[] =>
  batches.filter(({ state }, at) => at < mostBatches || state === 'made').slice(0, mostBatches * 3);

export function csvCard(preview: ExportPreview, batches: readonly BatchView[], kind: ExportKind): Card {
  const others = kinds.filter((one) => one !== kind);
  return {
    name: 'csv',
    title: 'CSV出力',
    subtitle: '基幹システムに渡すファイル',
    sections: [
      previewSection(preview, kind),
      ...heldSection(preview, kind),
      section('ほかの出力', [
        text('台帳は行が多いので、下見も裏で進めます。', 'soft'),
        buttons(...others.map((one) => button(`${kindLabels[one]}を下見`, act('lookCsv', { kind: one })))),
      ]),
      ...(batches.length === 0
        ? []
        : [
            section('出したファイル', [
              ...shownBatches(batches).flatMap(batchRows),
              ...(batches.length > mostBatches
                ? [text('これより前のものは、シート「出力履歴」で見られます。', 'soft')]
                : []),
            ]),
          ]),
    ],
  };
}

export function inboxCard({ files, folderName, folderUrl }: LedgerFilesView): Card {
  return {
    name: 'inbox',
    title: '台帳の取込み',
    subtitle: `フォルダー「${folderName}」のファイル`,
    sections: [
      {
        widgets: [
          text('取り込むファイルを選ぶと、まず内容を見ます。台帳はまだ変わりません。'),
          ...(files.length === 0 ? [text('フォルダーにCSVがありません。')] : []),
          ...firstOf(
            files.map((file) => ({
              kind: 'row',
              top: file.updatedAt,
              text: file.name,
              bottom: `${Math.ceil(file.bytes / 1000).toLocaleString('ja-JP')} KB`,
              press: act('lookImport', { id: file.fileId, bytes: String(file.bytes) }),
            })),
            20,
          ),
          buttons(button('フォルダーを開く', { open: folderUrl })),
        ],
      },
    ],
  };
}
