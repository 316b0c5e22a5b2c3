/** A regional pack: what may be handed over of one region, and the record of handing it over. */
import type { BytesPort } from '../../bytes/port.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { BuiltReport } from './build.ts';
import { recordsCsv } from './records.ts';

export interface PackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Handover {
  readonly to: string;
  readonly purpose: string;
  /** `2026-11-28`. */
  readonly on: string;
}

/** Files that stay with the chamber: issues name respondents and quote their answers, shown.json counts hidden groups. */
const kept: ReadonlySet<string> = new Set(['issues.csv', 'shown.json']);

export interface Pack {
  readonly files: readonly PackFile[];
  /** Why there are no records; '' where there are. */
  readonly noRecords: '' | 'not-permitted' | 'too-few';
}

/**
 * The files of a pack; handover.json, which vouches for the others, is the last.
 * @param graphs the drawn graphs of the report
 */
export function packOf(
  built: BuiltReport,
  graphs: readonly PackFile[],
  handover: Handover,
  port: Pick<BytesPort, 'sha256Hex'>,
): Pack {
  const { report, answers } = built;
  const records = report.definition.records ? recordsCsv(report, answers) : null;
  const noRecords = records !== null ? '' : report.definition.records ? 'too-few' : 'not-permitted';
  const files = [
    ...graphs,
    ...built.files.filter(({ name }) => !kept.has(name)),
    ...(records === null ? [] : [{ name: 'records.csv', bytes: records }]),
  ];
  const log = {
    schema: 1,
    survey: report.definition.id,
    version: report.definition.version,
    wave: report.wave,
    region: report.scope,
    ...handover,
    answers: report.counted,
    minN: report.minN,
    hidden: {
      small: report.tables.reduce((sum, one) => sum + one.small, 0),
      complement: report.tables.reduce((sum, one) => sum + one.complement, 0),
    },
    screened: report.free.reduce((sum, one) => sum + one.screened, 0),
    notIncluded: [
      '事業所名・氏名・所在地・電話番号・メールアドレス・回答番号・回答の日時',
      'ほかの地域の回答',
      ...(records === null ? ['個々の回答（個票）'] : ['個々の回答の自由記述・金額そのもの・細かい区分']),
    ],
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: port.sha256Hex(bytes) })),
  };
  return {
    files: [...files, { name: 'handover.json', bytes: encodeUtf8(`${JSON.stringify(log, null, 2)}\n`) }],
    noRecords,
  };
}
