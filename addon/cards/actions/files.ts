/** Actions that write and read files: CSV出力, 台帳の取込み; and the work that may outlast a card. */
import { issue } from '../../../shared/issue/issue.ts';
import { issueView } from '../../view/issues.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../desk.ts';
import { backTo, push, update } from '../model.ts';
import { type BatchResult, csvCard, inboxCard, isExportKind, markCard } from '../screens/csv.ts';
import { workCard } from '../screens/work.ts';
import type { Work } from '../work.ts';
import { begin, goOn as goOnWith, worksOf } from '../works.ts';
import { answered, type BookAct, shown } from './act.ts';
import { homeCard } from './home.ts';

/** So many rows are written well within the time of a card; more are left to a call of their own. */
const rowsAtOnce = 300;
const bytesAtOnce = 200_000;

const profileOf = (desk: Desk): string => desk.ask('overview', {}).profileId;
const kindOf = ({ event }: Desk) => {
  const asked = event.text('kind');
  return isExportKind(asked) ? asked : 'applications';
};

const workShown = (desk: Desk, work: Work) =>
  workCard(work, desk.services.clock.now(), desk.services.session.user());

export const csv: BookAct = (desk) => {
  const preview = desk.ask('exportPreview', { profileId: profileOf(desk), kind: 'applications' });
  return shown(desk, csvCard(preview, desk.ask('batches', {}), 'applications'));
};

/** A look at many rows. */
export const lookCsv: BookAct = (desk) => {
  const input = { profileId: profileOf(desk), kind: kindOf(desk) };
  return answered(push(workShown(desk, begin(desk, 'exportPreview', input, { begins: false }))));
};

export const makeCsv: BookAct = (desk) => {
  const { event } = desk;
  const input = { profileId: event.text('profile'), kind: kindOf(desk), hash: event.text('hash') };
  const isMany = event.text('later') === 'yes' || event.number('rows') > rowsAtOnce;
  const work = begin(desk, 'exportCsv', input, { begins: !isMany });
  return answered(push(workShown(desk, work), work.state === 'done' ? 'CSVを出力しました。' : ''));
};

function batchOf(desk: Desk) {
  const id = desk.event.text('batch');
  const found = desk.ask('batches', {}).find(({ batchId }) => batchId === id);
  if (found === undefined) throw new Refused([issueView(issue('batch.not-found', 'error', ''))]);
  return found;
}

const resultOf = ({ event }: Desk): BatchResult =>
  event.text('result') === 'failed' ? 'failed' : 'imported';

export const askMark: BookAct = (desk) => answered(push(markCard(batchOf(desk), resultOf(desk))));

/** What the core system made of a batch; the ledger's own batches are written into 台帳, which may take longer than a card has. */
export const mark: BookAct = (desk) => {
  const { event } = desk;
  const result = resultOf(desk);
  const input = { batchId: event.text('batch'), result, note: event.typed('note').trim() };
  const work = begin(desk, 'markBatch', input, { begins: event.number('rows') <= rowsAtOnce });
  if (work.state !== 'done') return answered(push(workShown(desk, work)));
  const preview = desk.ask('exportPreview', { profileId: profileOf(desk), kind: 'applications' });
  const card = csvCard(preview, desk.ask('batches', {}), 'applications');
  return answered(backTo(card, result === 'failed' ? '取込失敗を記録しました。' : '取込済を記録しました。'));
};

export const inbox: BookAct = (desk) => shown(desk, inboxCard(desk.ask('ledgerFiles', {})));

export const lookImport: BookAct = (desk) => {
  const input = { fileId: desk.event.text('id'), profileId: profileOf(desk) };
  const begins = desk.event.number('bytes') <= bytesAtOnce;
  return answered(push(workShown(desk, begin(desk, 'importPreview', input, { begins }))));
};

function workOf(desk: Desk, id: string): Work {
  const found = worksOf(desk.world, desk.book).find((one) => one.id === id);
  if (found === undefined) throw new Refused([issueView(issue('work.gone', 'error', ''))]);
  return found;
}

/** Takes in what was looked at, and nothing else: the hash of the look goes along. */
export const takeImport: BookAct = (desk) => {
  const { fileId = '', profileId = '', hash = '', rows = '' } = workOf(desk, desk.event.text('work')).result;
  const begins = Number(rows) <= rowsAtOnce;
  const work = begin(desk, 'importLedger', { fileId, profileId, hash }, { begins });
  return answered(push(workShown(desk, work), work.state === 'done' ? '台帳に取り込みました。' : ''));
};

export const collect: BookAct = (desk) => {
  const work = begin(desk, 'collect', {}, { begins: true });
  if (work.state !== 'done') return answered(push(workShown(desk, work)));
  const { added = '0' } = work.result;
  const notice = added === '0' ? '新しい回答はありません。' : `${added} 件の回答を取り込みました。`;
  return answered(update(homeCard(desk), notice));
};

export const work: BookAct = (desk) => shown(desk, workShown(desk, workOf(desk, desk.event.text('id'))));

export const goOn: BookAct = (desk) => {
  const found = workOf(desk, desk.event.text('id'));
  goOnWith(desk, found);
  return answered(update(workShown(desk, workOf(desk, found.id))));
};
