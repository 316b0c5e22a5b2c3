/**
 * The files of a release: data that the add-on knows under a name already, each of one kind. Nothing of it is ever run.
 * Every file is a JSON text of the shape that the add-on's own data of this name has (`scripts/build/data.ts`).
 */

/** `catalogue`: fields and code lists. `messages`: words of messages by code. */
export const fileKinds = ['template', 'profile', 'catalogue', 'survey', 'messages'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Kinds of which there is one file without an id. */
const single: ReadonlySet<FileKind> = new Set(['catalogue', 'messages']);

export const kindLabels: Readonly<Record<FileKind, string>> = {
  template: 'ひな形',
  profile: 'CSVの配置',
  catalogue: '項目とコード表',
  survey: '調査',
  messages: '画面の文',
};

export interface FileName {
  readonly kind: FileKind;
  /** '' for kinds of which there is one. */
  readonly id: string;
}

/** `template.membership-application`, `catalogue`; null for a name that no file of a release has. */
export function parseFileName(name: string): FileName | null {
  const dot = name.indexOf('.');
  const [before, id] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  const kind = fileKinds.find((one) => one === before);
  if (kind === undefined) return null;
  if (single.has(kind)) return dot < 0 ? { kind, id: '' } : null;
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(id) ? { kind, id } : null;
}

export const fileName = ({ kind, id }: FileName): string => (single.has(kind) ? kind : `${kind}.${id}`);

/** Most files of a release, longest text of one, longest of all together (characters). */
export const fileLimits = { count: 300, text: 400_000, total: 4_000_000 } as const;
