/** 新旧対照表 and 再同期一覧 as blocks of a document. */
import type { ChangedUnit } from '../../../shared/corpus/compare.ts';
import type { DocBlock } from './doc-blocks.ts';
import type { StoredBundle } from './stored.ts';

type Source = StoredBundle['sources'][number];

const unitWords = { added: '追加', removed: '廃止', changed: '変更' } as const;
/** A comparison of more rows is cut: a document takes only so many changes. */
const mostRows = 400;

export function comparisonBlocks(changes: readonly ChangedUnit[], day: string): readonly DocBlock[] {
  const rows = changes
    .slice(0, mostRows)
    .map(({ document, address, kind, before, after }) => [
      `${document} ${address}`.trim(),
      unitWords[kind],
      before,
      after,
    ]);
  return [
    { kind: 'heading', level: 1, text: '新旧対照表' },
    { kind: 'text', text: `${day} に作り直したときに変わったところです。` },
    changes.length === 0
      ? { kind: 'text', text: '言葉の変わった条はありません。' }
      : { kind: 'table', rows: [['番地', '区分', '旧', '新'], ...rows] },
    ...(changes.length > mostRows
      ? ([
          {
            kind: 'text',
            text: `ほかに ${changes.length - mostRows} か所あります。全部は、命令（cci corpus build）で作る 新旧対照表.csv で見てください。`,
          },
        ] as const)
      : []),
  ];
}

export interface SyncLine {
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

const syncWords: Readonly<Record<SyncLine['kind'], string>> = {
  changed: '再同期する',
  added: 'ノートブックに追加する',
  removed: 'ノートブックから外す',
};

/** What a notebook has to be told: by the document that stands for a source, since a notebook knows nothing else. */
export function syncLines(
  before: readonly Source[],
  after: readonly Source[],
  isIndexChanged: boolean | null,
): readonly SyncLine[] {
  const was = new Map(before.map((source) => [source.docId, source]));
  const is = new Set(after.map(({ docId }) => docId));
  const name = ({ file }: Source): string => file.replace(/\.md$/, '');
  return [
    ...after.flatMap((source): readonly SyncLine[] => {
      const old = was.get(source.docId);
      if (old === undefined) return [{ name: name(source), kind: 'added' }];
      return old.sha256 === source.sha256 ? [] : [{ name: name(source), kind: 'changed' }];
    }),
    ...before
      .filter(({ docId }) => !is.has(docId))
      .map((source): SyncLine => ({ name: name(source), kind: 'removed' })),
    ...(isIndexChanged === false
      ? []
      : [{ name: '索引', kind: isIndexChanged === null ? 'added' : 'changed' } as const]),
  ];
}

export function syncBlocks(lines: readonly SyncLine[], day: string): readonly DocBlock[] {
  return [
    { kind: 'heading', level: 1, text: '再同期一覧' },
    {
      kind: 'text',
      text: `${day} に作り直しました。ノートブックのソースの一覧で、次のようにしてください。ここにないドキュメントは、そのままで構いません。`,
    },
    {
      kind: 'table',
      rows: [['ドキュメント', 'すること'], ...lines.map(({ name, kind }) => [name, syncWords[kind]])],
    },
  ];
}
