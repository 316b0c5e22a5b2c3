/** The command line `cci`: one command a file, loaded when it is called; this file only names them and says how they were called wrongly. */
import { Command, CommanderError } from 'commander';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { ConvertArguments } from './convert.ts';
import type { CorpusBuildArguments } from './corpus-build.ts';
import type { CorpusCheckArguments } from './corpus-check.ts';
import type { EmulateArguments } from './emulate.ts';
import type { LedgerDiffArguments, LedgerJudgeArguments } from './ledger.ts';
import { type ExitCode, runCommand } from './outcome.ts';
import type { ProfileLearnArguments } from './profile-learn.ts';
import { addReleaseCommands } from './release-commands.ts';
import type { SurveyDefineArguments } from './survey-define.ts';
import type { SurveyPackArguments } from './survey-pack.ts';
import type { SurveyPrefillArguments } from './survey-prefill.ts';
import type { SurveyReportArguments } from './survey-report.ts';
import type { SurveyStoreLoadArguments } from './survey-store-load.ts';
import type { SurveyStoreQueryArguments } from './survey-store-query.ts';
import type { TemplatePlanArguments } from './template-plan.ts';

process.env.TZ = 'Asia/Tokyo';
// `npm run` stands in the package's folder; paths are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'cci' && process.env.npm_package_name === 'cci-kit')
  process.chdir(process.env.INIT_CWD ?? '.');
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', () => process.exit(exit));

let exit: ExitCode = 0;
const run = async (command: () => Promise<ExitCode> | ExitCode) => {
  exit = await runCommand(command);
};

/** Words for a wrong call, by commander's code. */
const reasons: Readonly<Record<string, (detail: string) => string>> = {
  'commander.unknownOption': (detail) => `知らない指定「${detail}」があります。`,
  'commander.unknownCommand': (detail) => `知らない命令「${detail}」です。`,
  'commander.missingMandatoryOptionValue': (detail) => `指定「${detail}」が必要です。`,
  'commander.optionMissingArgument': (detail) => `指定「${detail}」に値がありません。`,
  'commander.missingArgument': (detail) => `「${detail}」を書いてください。`,
  'commander.excessArguments': () => '余分な語があります。',
};

/** The heading words of commander's help. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方：',
  'Arguments:': '引数：',
  'Options:': '指定：',
  'Commands:': '命令：',
};

function program(): Command {
  const cci = new Command('cci')
    .description('会議所キット: フォームの回答から、確かめた CSV を作ります')
    .helpOption('-h, --help', '使い方を表示します')
    .helpCommand(false);

  cci
    .command('convert')
    .description('回答のファイルを、基幹システムの CSV に変えます')
    .requiredOption('--template <ID>', 'ひな型の id')
    .requiredOption('--answers <FILE>', '回答の CSV（UTF-8、UTF-8 BOM、CP932 を見分けます）')
    .requiredOption('--profile <ID|FILE>', 'CSV の配置の id、または YAML ファイル')
    .option(
      '--ledger <FILE>',
      '基幹システムの今の内容（同じ配置の CSV）。重複を調べ、台帳の更新では回答を重ねます',
    )
    .option('--settings <FILE>', '設定（YAML か JSON）')
    .requiredOption('--out <DIR>', '出力先のフォルダー')
    .action((given: ConvertArguments) =>
      run(async () => (await import('./convert.ts')).convertCommand(given)),
    );

  const ledger = cci.command('ledger').description('基幹システムの台帳').helpCommand(false);
  ledger
    .command('judge')
    .description('特定商工業者に当たるかどうかを、根拠とともに判定します')
    .requiredOption('--ledger <FILE>', '台帳の CSV（基幹システムが出したもの）')
    .requiredOption('--profile <ID|FILE>', 'CSV の配置の id、または YAML ファイル')
    .option('--settings <FILE>', '設定（YAML か JSON）。基準日、引き上げた基準など')
    .requiredOption('--out <DIR>', '出力先のフォルダー')
    .action((given: LedgerJudgeArguments) =>
      run(async () => (await import('./ledger.ts')).ledgerJudgeCommand(given)),
    );
  ledger
    .command('diff')
    .description('二つの時点の台帳を比べ、項目ごとの違いを出します')
    .requiredOption('--before <FILE>', '前の台帳の CSV')
    .requiredOption('--after <FILE>', '後の台帳の CSV')
    .requiredOption('--profile <ID|FILE>', 'CSV の配置の id、または YAML ファイル')
    .requiredOption('--out <DIR>', '出力先のフォルダー')
    .action((given: LedgerDiffArguments) =>
      run(async () => (await import('./ledger.ts')).ledgerDiffCommand(given)),
    );

  const profile = cci.command('profile').description('CSV の配置').helpCommand(false);
  profile
    .command('learn')
    .description('基幹システムの実際の出力から、CSV の配置の下書きを作ります')
    .requiredOption('--sample <FILE>', '基幹システムが出した CSV')
    .requiredOption('--out <FILE>', '下書きの YAML ファイル')
    .action((given: ProfileLearnArguments) =>
      run(async () => (await import('./profile-learn.ts')).profileLearnCommand(given)),
    );

  const template = cci.command('template').description('フォームのひな型').helpCommand(false);
  template
    .command('list')
    .description('ひな型の一覧')
    .action(() => run(async () => (await import('./template.ts')).templateListCommand()));
  template
    .command('check')
    .description('ひな型の誤りを、公開した版との食い違いも含めて調べます')
    .argument('[DIR]', 'ひな型のフォルダー、その親、またはファイル')
    .action((folder: string | undefined) =>
      run(async () => (await import('./template.ts')).templateCheckCommand(folder)),
    );
  template
    .command('diff')
    .description('二つのひな型の違いを、言葉で表します（前の回答が読めなくなる違いがあれば、終了コード 1）')
    .argument('<A>', '前のひな型（id、id@版、フォルダー、ファイル）')
    .argument('<B>', '後のひな型（id、id@版、フォルダー、ファイル）')
    .action((a: string, b: string) =>
      run(async () => (await import('./template-diff.ts')).templateDiffCommand(a, b)),
    );
  template
    .command('plan')
    .description('日商の新しい版を、直したフォームに取り入れる計画を作ります')
    .requiredOption('--base <FILE>', 'フォームの元になった版（id、id@版、フォルダー、ファイル）')
    .requiredOption('--theirs <FILE>', '日商の新しい版')
    .requiredOption('--ours <FILE>', '自所のフォーム（ひな型の形、またはフォームの写しの JSON）')
    .option('--decisions <FILE>', '要判断のところで選んだもの（YAML の一覧）')
    .requiredOption('--out <FILE>', '計画のファイル（plan.json）')
    .action((given: TemplatePlanArguments) =>
      run(async () => (await import('./template-plan.ts')).templatePlanCommand(given)),
    );
  template
    .command('schema')
    .description('ひな型の書き方を、エディター用の JSON Schema で表します')
    .action(() => run(async () => (await import('./template-schema.ts')).templateSchemaCommand()));

  const corpus = cci.command('corpus').description('規程の束（ノートブックのソース）').helpCommand(false);
  corpus
    .command('build')
    .description('規程のフォルダーから、番地を自分で名のるソースと索引と目録を作ります')
    .requiredOption('--source <DIR>', '規程のファイルのフォルダー')
    .requiredOption('--out <DIR>', '出力先のフォルダー（前の束があれば、変わったものだけを書き直します）')
    .option('--questions <FILE>', '質問の CSV（question,document,address）。索引に答えの場所を載せ、試します')
    .option('--plan <N>', '契約：一つのノートブックに入るソースの数（50、100、300、600。なければ 50）')
    .option('--sources <N>', 'ソースの数を、契約の数によらずに指定します')
    .action((given: CorpusBuildArguments) =>
      run(async () => (await import('./corpus-build.ts')).corpusBuildCommand(given)),
    );
  corpus
    .command('check')
    .description('束の参照・番号・大きさを調べ、質問の見つかりやすさと、答えの引用を確かめます')
    .requiredOption('--bundle <DIR>', '束のフォルダー')
    .option('--questions <FILE>', '質問の CSV（question,document,address）')
    .option('--answer <FILE>', '答えのテキスト。引用を一つずつ確かめます')
    .option('--plan <N>', '契約：一つのノートブックに入るソースの数（50、100、300、600。なければ 50）')
    .option('--sources <N>', 'ソースの数を、契約の数によらずに指定します')
    .action((given: CorpusCheckArguments) =>
      run(async () => (await import('./corpus-check.ts')).corpusCheckCommand(given)),
    );

  const survey = cci.command('survey').description('調査の集計と報告').helpCommand(false);
  survey
    .command('report')
    .description('回答から、表（tables.csv）・報告（report.md）・図（SVG）を作ります')
    .requiredOption('--survey <ID|FILE>', '調査の id（lobo など）、または YAML ファイル')
    .requiredOption('--answers <FILE>', '回答の CSV（UTF-8、UTF-8 BOM、CP932 を見分けます）')
    .requiredOption('--by <KEYS>', '区分（例：industry,size。掛け合わせは industry*size）')
    .option('--min-n <N>', '回答がこれに満たない欄を秘匿します（なければ調査の決まり、普通は 3）')
    .option('--previous <FILE...>', '前の回の回答の CSV（いくつでも。前年同月もここに）')
    .option('--wave <WAVE>', '回（2026-10、2026）。なければ回答から読み取ります')
    .option('--national <FILE>', '並べて示す全国の値（設問と DI の CSV、または全国の tables.csv）')
    .option('--asked <FILE>', '依頼した数（区分と件数の CSV）。回答率を出します')
    .option('--weights <FILE>', '母集団の事業者数（区分と件数の CSV）。重みを付けた値を並べます')
    .option('--rounding <MODE>', 'published（割合の差）か exact（件数から）')
    .option('--round <FILE>', '回を始めたときの記録（round.json）。定義が変わっていれば止まります')
    .option('--shown <FILE...>', '前に出した報告の shown.json。合わせて逆算されないように秘匿します')
    .requiredOption('--out <DIR>', '出力先のフォルダー')
    .action((given: SurveyReportArguments) =>
      run(async () => (await import('./survey-report.ts')).surveyReportCommand(given)),
    );
  survey
    .command('pack')
    .description('一つの都道府県か商工会議所の分だけを、名前を除いて渡す一式にします')
    .requiredOption('--survey <ID|FILE>', '調査の id、または YAML ファイル')
    .requiredOption('--answers <FILE>', '回答の CSV')
    .requiredOption('--region <NAME>', '都道府県・ブロック・商工会議所の名前')
    .requiredOption('--by <KEYS>', '区分（例：industry,size）')
    .requiredOption('--to <WHO>', '渡す相手（記録に残ります）')
    .option('--purpose <TEXT>', '使いみち（記録に残ります）')
    .option('--min-n <N>', '回答がこれに満たない欄を秘匿します')
    .option('--previous <FILE...>', '前の回の回答の CSV')
    .option('--wave <WAVE>', '回（2026-10、2026）')
    .requiredOption('--out <DIR>', '出力先のフォルダー')
    .action((given: SurveyPackArguments) =>
      run(async () => (await import('./survey-pack.ts')).surveyPackCommand(given)),
    );
  survey
    .command('list')
    .description('調査の一覧')
    .action(() => run(async () => (await import('./survey-define.ts')).surveyListCommand()));
  survey
    .command('check')
    .description('調査の定義の誤りを調べます')
    .argument('[FILE]', 'YAML ファイル（なければ同梱の全部）')
    .action((file: string | undefined) =>
      run(async () => (await import('./survey-define.ts')).surveyCheckCommand(file)),
    );
  survey
    .command('form')
    .description('調査の定義から、フォームのひな型（template.yaml）を作ります')
    .requiredOption('--survey <ID|FILE>', '調査の id、または YAML ファイル')
    .option('--wave <WAVE>', '回。付帯調査の設問が入ります')
    .requiredOption('--out <FILE>', 'ひな型の YAML ファイル')
    .action((given: SurveyDefineArguments) =>
      run(async () => (await import('./survey-define.ts')).surveyFormCommand(given)),
    );
  survey
    .command('prefill')
    .description('商工会議所が答える調査に、台帳から分かる数を入れます')
    .requiredOption('--survey <ID|FILE>', '調査の id（chamber-status など）')
    .requiredOption('--ledger <FILE>', '台帳の CSV')
    .requiredOption('--profile <ID|FILE>', 'CSV の配置の id、または YAML ファイル')
    .option('--settings <FILE>', '設定（YAML か JSON）')
    .requiredOption('--out <FILE>', '入れる値の CSV')
    .action((given: SurveyPrefillArguments) =>
      run(async () => (await import('./survey-prefill.ts')).surveyPrefillCommand(given)),
    );
  survey
    .command('freeze')
    .description('回を始めるときの定義を記録します（round.json）')
    .requiredOption('--survey <ID|FILE>', '調査の id、または YAML ファイル')
    .option('--wave <WAVE>', '回（2026-10、2026）')
    .requiredOption('--out <FILE>', '記録のファイル')
    .action((given: SurveyDefineArguments) =>
      run(async () => (await import('./survey-define.ts')).surveyFreezeCommand(given)),
    );
  const store = survey.command('store').description('調査の保管庫（年月を通した分析）').helpCommand(false);
  store
    .command('load')
    .description('一回分の回答を保管庫（Parquet）に入れます。同じ回をもう一度入れると、入れ替わります')
    .requiredOption('--survey <ID|FILE>', '調査の id、または YAML ファイル')
    .requiredOption('--wave <WAVE>', '回（2026-10、2026）')
    .requiredOption('--answers <FILE>', '回答の CSV')
    .requiredOption('--store <DIR>', '保管庫のフォルダー')
    .option('--bigquery <PROJECT.DATASET>', '続けて BigQuery にも入れます')
    .option(
      '--credentials <FILE>',
      'BigQuery に入るアカウントの鍵（なければ GOOGLE_APPLICATION_CREDENTIALS）',
    )
    .option('--dry-run', 'BigQuery に頼むことを表示するだけで、送りません')
    .action((given: SurveyStoreLoadArguments) =>
      run(async () => (await import('./survey-store-load.ts')).surveyStoreLoadCommand(given)),
    );
  store
    .command('query')
    .description('保管庫に問い合わせ、CSV で答えます')
    .requiredOption('--store <DIR>', '保管庫のフォルダー')
    .option('--table <NAME>', '用意した表の名前（list で一覧）')
    .option('--sql <FILE|TEXT>', 'SQL の文、または .sql のファイル')
    .option('--out <FILE>', '出力先の CSV（なければ画面に出します）')
    .action((given: SurveyStoreQueryArguments) =>
      run(async () => (await import('./survey-store-query.ts')).surveyStoreQueryCommand(given)),
    );

  cci
    .command('emulate')
    .description('Apps Script のファイルを、手元の Workspace で動かします')
    .argument('<FILE>', '.gs か .js のファイル')
    .requiredOption('--function <NAME>', '呼び出す関数')
    .option('--args <JSON>', '引数の一覧（JSON）')
    .option('--state <DIR>', '状態を置くフォルダー（なければ毎回まっさら）')
    .action((file: string, given: Omit<EmulateArguments, 'file'>) =>
      run(async () => (await import('./emulate.ts')).emulateCommand({ ...given, file })),
    );
  addReleaseCommands(cci, run);
  return cci;
}

function quiet(command: Command): Command {
  command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
  for (const child of command.commands) quiet(child);
  return command;
}

/** The command that the words of a call lead to, and its name as it is typed. */
function commandOf(
  root: Command,
  words: readonly string[],
): { readonly command: Command; readonly name: string } {
  let command = root;
  let name = '';
  for (const word of words) {
    const child = command.commands.find((one) => one.name() === word);
    if (child === undefined) break;
    command = child;
    name += `${word} `;
  }
  return { command, name };
}

/** What was wrong with the call, in one sentence or two. */
function wrongCall(error: CommanderError, command: Command, words: readonly string[]): string {
  if (error.code === 'commander.help') {
    const known = command.commands.map((one) => one.name()).join('、');
    return `命令がありません。使える命令：${known}。`;
  }
  // A misspelt option is the cause, the missing one only its effect.
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? word);
  const stray =
    error.code === 'commander.missingMandatoryOptionValue'
      ? flags.find((flag) => flag !== '--' && !command.options.some((option) => option.long === flag))
      : undefined;
  if (stray !== undefined) return reasons['commander.unknownOption']?.(stray) ?? '';
  const detail = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /\(Did you mean ([^)?]+)\?\)/.exec(error.message)?.[1];
  const reason = (reasons[error.code] ?? (() => error.message))(detail);
  return near === undefined ? reason : `${reason}「${near}」ではありませんか。`;
}

const cci = quiet(program());
try {
  await cci.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) {
    const words = process.argv.slice(2);
    const { command, name } = commandOf(cci, words);
    const reason = wrongCall(error, command, words);
    await run(() => {
      throw new UnusableInput([issue('cli.usage', 'error', '', { params: { reason, command: name } })]);
    });
  }
}
process.exitCode = exit;
