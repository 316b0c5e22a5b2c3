/** Files of Drive as the pages list them: icon, kind in words, and the address that opens each. */
import type { DriveFile, WorkspaceState } from '../../workspace/model.ts';
import { html, type Markup, markup } from '../core/html.ts';

interface Kind {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
  readonly open: (file: DriveFile) => string;
}

const drive = (file: DriveFile): string => `/drive/${encodeURIComponent(file.id)}`;

/** Drawn for this face: 20 × 20, strokes only. */
const kinds: Readonly<Record<string, Kind>> = {
  'application/vnd.google-apps.folder': {
    label: 'フォルダ',
    icon: 'M2.5 5.5h5l1.8 2h8.2v8.5h-15z',
    tone: 'folder',
    open: drive,
  },
  'application/vnd.google-apps.spreadsheet': {
    label: 'スプレッドシート',
    icon: 'M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12.2h13M8.5 3.5v13',
    tone: 'sheet',
    open: (file) => `/sheets/${encodeURIComponent(file.id)}`,
  },
  'application/vnd.google-apps.form': {
    label: 'フォーム',
    icon: 'M4.5 2.5h11v15h-11zM7.5 7h.01M10 7h3M7.5 10.2h.01M10 10.2h3M7.5 13.4h.01M10 13.4h3',
    tone: 'form',
    open: (file) => `/forms/${encodeURIComponent(file.id)}/edit`,
  },
  'application/vnd.google-apps.document': {
    label: '文書',
    icon: 'M4.5 2.5h11v15h-11zM7.5 6.5h5M7.5 9.5h5M7.5 12.5h3',
    tone: 'text',
    open: (file) => `/docs/${encodeURIComponent(file.id)}`,
  },
  'text/csv': {
    label: 'CSV',
    icon: 'M4.5 2.5h8l3 3v12h-11zM7.5 10h5M7.5 13h5',
    tone: 'csv',
    open: drive,
  },
};
const plain: Kind = {
  label: 'ファイル',
  icon: 'M4.5 2.5h8l3 3v12h-11zM12.5 2.5v3h3',
  tone: 'text',
  open: drive,
};

/** The kind of a file; what is not known is a plain file. */
export function kindOf(file: DriveFile): Kind {
  return (
    kinds[file.mimeType.split(';')[0] ?? ''] ??
    (file.name.endsWith('.csv') ? (kinds['text/csv'] ?? plain) : plain)
  );
}

export function fileIcon(file: DriveFile): Markup {
  const kind = kindOf(file);
  return html`<svg class="icon icon--${kind.tone}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="${markup(kind.icon)}"/></svg>`;
}

export interface FileLine {
  readonly file: DriveFile;
  readonly depth: number;
}

/** All files in the order of a tree: folders before files, each by name. A parent that is no file counts as the top. */
export function treeOf(state: WorkspaceState): FileLine[] {
  const files = Object.values(state.files).filter((file) => !file.trashed);
  const known = new Set(files.map((file) => file.id));
  const isFolder = (file: DriveFile): boolean => file.mimeType === 'application/vnd.google-apps.folder';
  const order = (a: DriveFile, b: DriveFile): number =>
    Number(isFolder(b)) - Number(isFolder(a)) ||
    b.createdAt - a.createdAt ||
    a.name.localeCompare(b.name, 'ja');
  const lines: FileLine[] = [];
  const seen = new Set<string>();
  const walk = (parent: string | null, depth: number): void => {
    const here = files.filter((file) => {
      const above = file.parents.filter((id) => known.has(id));
      return parent === null ? above.length === 0 : above.includes(parent);
    });
    for (const file of here.sort(order)) {
      if (seen.has(file.id)) continue;
      seen.add(file.id);
      lines.push({ file, depth });
      if (isFolder(file)) walk(file.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}
