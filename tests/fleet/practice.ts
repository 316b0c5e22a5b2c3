/**
 * `npm run practice:release`: JCCI's Drive and a fleet of forty chambers on this machine, for trying `cci release` out. An hour of the
 * chambers lasts ten seconds. Nothing leaves the machine; the folder that it prints holds all that the commands need.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drive, openWorkspace, spreadsheets } from '../../emulator/index.ts';
import { startRest } from '../../emulator/rest/index.ts';
import { growTo, insertSheet } from '../../emulator/workspace/spreadsheet.ts';
import { fleetCells, fleetHeaders, fleetSheetName } from '../../shared/release/fleet-table.ts';
import { listOf } from '../support/release-office.ts';
import { loadSimulation } from './bundle.ts';
import { PracticeConsole } from './practice-console.ts';

process.env.TZ = 'Asia/Tokyo';

const folderName = process.argv[2] ?? 'practice-release';
const chambers = 40;
const secondsAnHour = 10;
const address = 'https://script.google.com/macros/s/renshu/exec';
const account = 'haifu@nissho-mihon.example';

const workspace = openWorkspace({ clock: 'real' });
const folder = drive.createFile(workspace, {
  name: '配布（練習）',
  mimeType: 'application/vnd.google-apps.folder',
  owner: account,
});
const book = spreadsheets.createSpreadsheet(workspace, '配布の管理（練習）', account);
const sheet = insertSheet(workspace, book, fleetSheetName);
growTo(sheet, chambers + 10, fleetHeaders.length);
const list = listOf(chambers);
const put = (row: number, texts: readonly string[]): void => {
  sheet.cells[row] = Object.fromEntries(texts.map((v, column) => [column, { t: 'text', v }]));
};
put(0, fleetHeaders);
const file = (name: string): string | null => {
  const found = Object.values(workspace.state.files).find((one) => one.name === name && !one.trashed);
  return found?.content === undefined ? null : Buffer.from(found.content, 'base64').toString('utf8');
};
const overview = new PracticeConsole(file);
const store = (row: Parameters<typeof fleetCells>[0]): void => {
  overview.store(row);
  const cells = fleetCells(row);
  put(
    list.findIndex(({ code }) => code === row.code) + 1,
    fleetHeaders.map((header) => cells[header] ?? ''),
  );
};
for (const chamber of list) store({ ...chamber, status: null, receivedAt: 0 });

const refreshToken = randomBytes(16).toString('hex');
const server = await startRest(workspace, {
  accounts: [
    {
      email: account,
      refreshToken,
      scopes: ['drive', 'spreadsheets.readonly', 'forms.body.readonly'].map(
        (name) => `https://www.googleapis.com/auth/${name}`,
      ),
    },
  ],
});

const place = resolve(folderName);
mkdirSync(place, { recursive: true });
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(place, name), `${lines.join('\n')}\n`);
const master = randomBytes(32).toString('hex');
write('chambers.csv', [
  'code,name,prefecture',
  ...list.map(({ code, name, prefecture }) => `${code},${name},${prefecture}`),
]);
write('release.yaml', [
  `folder: ${folder.id}`,
  `fleet: ${book.id}`,
  `address: ${address}`,
  `lease: ${workspace.newId('file')}`,
  'chambers: chambers.csv',
  'home: [h1, h2]',
  'prefectures: ["13"]',
  '# 練習なので、輪と輪の間は 1 分です。',
  'daysBetweenRings: 0.0007',
]);
write('key.json', [
  JSON.stringify({
    type: 'authorized_user',
    client_id: 'practice',
    client_secret: 'practice',
    refresh_token: refreshToken,
  }),
]);
write('notes.txt', ['反社会的勢力に関する誓約の文を改めました。']);

const begun = Date.now();
const now = (): number => begun + ((Date.now() - begun) * 3600) / secondsAnHour;
const { practice } = await loadSimulation();
const fleet = practice({
  list,
  templates: ['membership-application', 'consultation-booking', 'seminar-registration'],
  master,
  address,
  file,
  store,
  now,
  stumbles: 'p3',
});
let shown = '';
setInterval(() => {
  fleet.look();
  const line = [...fleet.versions()]
    .map(([version, count]) => `${version || '同梱の版'} ${count}`)
    .join('、');
  if (line !== shown) console.log(`${new Date().toLocaleTimeString('ja-JP')}　会議所の版：${line}`);
  shown = line;
}, secondsAnHour * 1000);

const { url } = await overview.serve();
const words = `--config ${folderName}/release.yaml --credentials ${folderName}/key.json --endpoint ${server.url}`;
console.log(`練習用の日商と ${chambers} の会議所を始めました（Ctrl+C で終わります）。会議所の 1 時間は、ここでは ${secondsAnHour} 秒です。

別の端末で、次の順に試してください。
  export CCI_RELEASE_SECRET=${master}
  cci() { npm run -s cci -- release "$@" ${words}; }
  cci plan --version 1.2.0 --notes ${folderName}/notes.txt             何が起きるかを見る
  cci publish --version 1.2.0 --notes ${folderName}/notes.txt --apply  配り始める
  cci status --apply                                             報告を読み、先へ進める（くり返す）
  cci pause --reason 確認のため --apply                          止める
  cci resume --apply                                             続ける
  cci rollback --reason 文の誤り --apply                         前へ戻す

一つの会議所（高崎）は、初めの受取りに失敗します。配布が止まるところを見て、resume --again --apply で続けてください。

画面「配布の状況」は、ブラウザーで ${url} を開きます。`);
