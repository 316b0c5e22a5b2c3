/** The commands `cci release …` and how they are called; what they do is loaded when it is asked for. */
import type { Command } from 'commander';
import type { ExitCode } from './outcome.ts';
import type { ReleaseAuditArguments } from './release-audit.ts';
import type { ReleaseKeyArguments } from './release-key.ts';
import type { ReleaseMove, ReleaseMoveArguments } from './release-move.ts';
import type { ReleaseOffersArguments } from './release-offers.ts';
import type { ReleasePassArguments } from './release-pass.ts';
import type { ReleasePublishArguments } from './release-publish.ts';
import type { ReleaseStatusArguments } from './release-status.ts';

type Run = (command: () => Promise<ExitCode>) => Promise<void>;

const moves: readonly (readonly [ReleaseMove, string])[] = [
  ['pause', '配布を止めます。これから先の会議所には届きません'],
  ['resume', '止めた配布を再開します'],
  ['rollback', '配った会議所を、前の配布へ戻します'],
];

const shared = (command: Command): Command =>
  command
    .requiredOption('--config <FILE>', '配布の設定（release.yaml）')
    .option('--credentials <FILE>', '資格情報（JSON）。なければ GOOGLE_APPLICATION_CREDENTIALS')
    .option('--endpoint <URL>', '手元のエミュレーターのアドレス。本番では指定しません');

const acting = (command: Command): Command =>
  shared(command)
    .option('--operator <NAME>', '記録に残す名前。なければ機械の利用者名')
    .option('--apply', '実際に行います。なければ、何が起きるかを表示するだけです');

function addPublishing(release: Command, run: Run): void {
  const described = (command: Command): Command =>
    command
      .requiredOption('--version <V>', '配布の版（1.2.0 の形）')
      .requiredOption('--notes <FILE>', '変わったこと（一行に一つ、会議所に見せる文）')
      .option('--start <TIME>', '最初の輪の始まり（2026-12-01 か 2026-12-01T09:00）。なければ今すぐ')
      .option('--least-addon <V>', '要るアドオンの版。なければ今の版');
  described(
    shared(release.command('plan').description('何を、どの会議所に、いつ配ることになるかを表示します')),
  )
    .option('--out <DIR>', '確かめるための写しを書くフォルダー')
    .action((given: ReleasePublishArguments) =>
      run(async () =>
        (await import('./release-publish.ts')).releasePublishCommand({ ...given, apply: false }),
      ),
    );
  described(
    acting(release.command('publish').description('ひな型などを一つの版にまとめ、順に配り始めます')),
  ).action((given: ReleasePublishArguments) =>
    run(async () => (await import('./release-publish.ts')).releasePublishCommand(given)),
  );
}

export function addReleaseCommands(cci: Command, run: Run): void {
  const release = cci
    .command('release')
    .description('日商：ひな型などを全国の会議所へ配ります')
    .helpCommand(false);
  addPublishing(release, run);
  for (const [kind, words] of moves) {
    const command = acting(release.command(kind).description(words));
    if (kind === 'resume') command.option('--again', '失敗した会議所にも、もう一度届けます');
    else command.option('--reason <TEXT>', '理由（記録に残ります）');
    if (kind === 'rollback') command.option('--rings <ID,…>', '戻す輪。なければ、始まった輪すべて');
    command.action((given: ReleaseMoveArguments) =>
      run(async () => (await import('./release-move.ts')).releaseMoveCommand(kind, given)),
    );
  }
  acting(
    release
      .command('status')
      .description(
        '配布の進み具合と、会議所からの報告を表示します（--apply で、報告を読み込んで先へ進めます）',
      ),
  )
    .option('--chamber <CODE>', '一つの会議所の経過')
    .action((given: ReleaseStatusArguments) =>
      run(async () => (await import('./release-status.ts')).releaseStatusCommand(given)),
    );
  release
    .command('key')
    .description('配布の状況の画面を開くアドレスを、人ごとに作ります')
    .requiredOption('--config <FILE>', '配布の設定（release.yaml）')
    .requiredOption('--person <ADDRESS>', 'その人のメールアドレス')
    .action((given: ReleaseKeyArguments) =>
      run(async () => (await import('./release-key.ts')).releaseKeyCommand(given)),
    );
  shared(
    release.command('offers').description('会議所が「ほかの会議所に提供」した、ひな形とCSVの配置を見ます'),
  )
    .option('--offer <ID>', '一つの申し出の全部を表示します')
    .option('--as <NAME>', '載せるときの名前（英小文字・数字・ハイフン）')
    .option('--library <DIR>', 'ひな形のフォルダー。なければ forms-templates')
    .option('--apply', 'ひな形のフォルダーに書きます。なければ、確かめるだけです')
    .action((given: ReleaseOffersArguments) =>
      run(async () => (await import('./release-offers.ts')).releaseOffersCommand(given)),
    );
  release
    .command('pass')
    .description('会議所が調査の結果を見るアドレスを、CSV で出します')
    .requiredOption('--config <FILE>', '配布の設定（release.yaml）')
    .requiredOption('--until <DATE>', '使える最後の日（2027-03-31）')
    .option('--chamber <CODE>', '一つの会議所だけ')
    .action((given: ReleasePassArguments) =>
      run(async () => (await import('./release-pass.ts')).releasePassCommand(given)),
    );
  shared(release.command('audit').description('日商が見られるフォームを読み、ひな型からの離れ方を調べます'))
    .option('--out <DIR>', 'audit.csv を書くフォルダー')
    .action((given: ReleaseAuditArguments) =>
      run(async () => (await import('./release-audit.ts')).releaseAuditCommand(given)),
    );
}
