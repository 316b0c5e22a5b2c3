/** A chamber with a folder of regulations in its Drive, as people put it there; invented texts. */

import { createRuntime } from '../../emulator/index.ts';
import type { DocNode, DocumentState } from '../../emulator/workspace/model.ts';
import { Lookup } from '../../shared/corpus/lookup.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, clerk, readyChamber } from './chamber.ts';

/** Runs Apps Script of a person's own, outside of the product. */
export function byHand(chamber: Chamber, built: Built, code: string, ...args: readonly unknown[]): unknown {
  const runtime = createRuntime(chamber.workspace, { code, html: {}, manifest: built.manifest });
  const result = runtime.run({ fn: 'make', args, user: clerk, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const makeDoc = `function make(folder, name, lines) {
  const document = DocumentApp.create(name);
  const body = document.getBody();
  lines.forEach(function (line) {
    if (Array.isArray(line)) body.appendTable(line);
    else if (line.slice(0, 2) === '# ')
      body.appendParagraph(line.slice(2)).setHeading(DocumentApp.ParagraphHeading.HEADING1);
    else body.appendParagraph(line);
  });
  document.saveAndClose();
  DriveApp.getFileById(document.getId()).moveTo(DriveApp.getFolderById(folder));
  return document.getId();
}`;

const rewriteDoc = `function make(id, from, to) {
  const document = DocumentApp.openById(id);
  document.getBody().replaceText(from, to);
  document.saveAndClose();
}`;

const makeFile = `function make(folder, name, type, text) {
  return DriveApp.getFolderById(folder).createFile(name, text, type).getId();
}`;

export type DocLine = string | readonly (readonly string[])[];

export const putDoc = (
  chamber: Chamber,
  built: Built,
  folder: string,
  name: string,
  lines: readonly DocLine[],
): string => String(byHand(chamber, built, makeDoc, folder, name, lines));

export function revise(chamber: Chamber, built: Built, docId: string, from: string, to: string): void {
  chamber.workspace.advance(60_000);
  byHand(chamber, built, rewriteDoc, docId, from, to);
}

export const putFile = (
  chamber: Chamber,
  built: Built,
  folder: string,
  name: string,
  text: string,
  type = 'text/plain',
): string => String(byHand(chamber, built, makeFile, folder, name, type, text));

export const articles: readonly DocLine[] = [
  '# 見本商工会議所定款',
  '令和2年4月1日制定',
  '第1章　総則',
  '（名称）',
  '第1条　本商工会議所は、見本商工会議所という。',
  '（会員）',
  '第2条　会員は、次の各号に掲げる者とする。',
  '(1)　法人の会員',
  '(2)　個人の会員',
  '第2章　総会',
  '（招集）',
  '第3条　議員総会は、会頭が招集する。',
  '2　前項の招集の通知は、会日の7日前までに発する。',
  '附則',
  'この定款は、令和2年4月1日から施行する。',
];

export const travel: readonly DocLine[] = [
  '# 見本商工会議所旅費規程',
  '（日当）',
  '第1条　日当は、定款第3条の議員総会に出る者に、次の表により支給する。',
  [
    ['区分', '日当'],
    ['役員', '3,000円'],
    ['職員', '2,000円'],
  ],
  '（精算）',
  '第2条　旅費は、帰着の日から7日以内に精算する。',
];

export interface Shelf {
  readonly chamber: Chamber;
  readonly folder: string;
  readonly articlesId: string;
  readonly travelId: string;
}

/** The chamber's folder 規程の束 with two documents in it. */
export function chamberWithRules(built: Built): Shelf {
  const chamber = readyChamber(built);
  const view = ask(chamber, 'makeRulesFolder', {});
  const folder = view.folder?.url.split('/').pop() ?? '';
  const articlesId = putDoc(chamber, built, folder, '定款', articles);
  const travelId = putDoc(chamber, built, folder, '旅費規程', travel);
  return { chamber, folder, articlesId, travelId };
}

function textsIn(node: DocNode): string {
  if (node.type === 'TEXT') return (node.runs ?? []).map(({ text }) => text).join('');
  const inner = (node.children ?? []).map(textsIn);
  return inner.join(node.type === 'PARAGRAPH' ? '' : node.type === 'TABLE_ROW' ? ' | ' : '\n');
}

export const docText = (doc: DocumentState | undefined): string =>
  doc === undefined ? '' : textsIn(doc.body);

/** Documents below the folder of a name that do not lie in the bin: text and id by name. */
export function docsIn(
  chamber: Chamber,
  folderName: string,
): Readonly<Record<string, { readonly id: string; readonly text: string }>> {
  const { files, documents } = chamber.workspace.state;
  const folder = Object.values(files).find((file) => file.name === folderName && !file.trashed);
  return Object.fromEntries(
    Object.values(files)
      .filter(
        ({ id, parents, trashed }) =>
          !trashed && documents[id] !== undefined && parents.includes(folder?.id ?? ''),
      )
      .map(({ id, name }) => [name, { id, text: docText(documents[id]) }]),
  );
}

/** Calls of the page until the bundle stands. */
export function buildAll(chamber: Chamber) {
  for (let times = 0; times < 30; times += 1) {
    const progress = ask(chamber, 'buildRules', {});
    if (progress.phase === 'done') return { progress, times: times + 1 };
  }
  throw new Error('the build does not end');
}

/** The look-up as the page makes it. */
export function lookupOf(chamber: Chamber): Lookup {
  const { bundle } = ask(chamber, 'rules', {});
  if (bundle === null) throw new Error('no bundle');
  return new Lookup(
    Array.from({ length: bundle.pieces }, (_all, piece) =>
      ask(chamber, 'rulesTexts', { key: bundle.key, piece }),
    ).flat(),
  );
}

export const refusedCode = (reply: { ok: boolean; issues?: readonly { code: string }[] }): string =>
  reply.ok ? '' : (reply.issues?.[0]?.code ?? '');
