/** Templates on the command line: check against released versions, differences, and the plan of an update. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../scripts/cli/outcome.ts';
import { templateCheckCommand, templateListCommand } from '../../scripts/cli/template.ts';
import { templateDiffCommand } from '../../scripts/cli/template-diff.ts';
import { templatePlanCommand } from '../../scripts/cli/template-plan.ts';
import { libraryFolder, templateIds } from '../../scripts/library.ts';
import type { UpdatePlan } from '../../shared/merge/model.ts';

const source = join(libraryFolder, 'membership-application');
const shipped = readFileSync(join(source, 'template.yaml'), 'utf8');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci ひな型 '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A folder of its own that holds the shipped template, changed. */
function template(...changes: readonly (readonly [from: string, to: string])[]): string {
  const at = join(folder, `case${++count}`, 'membership-application');
  mkdirSync(at, { recursive: true });
  cpSync(join(source, 'mail'), join(at, 'mail'), { recursive: true });
  let text = shipped;
  for (const [from, to] of changes) {
    expect(text.split(from).length, from).toBe(2);
    text = text.replace(from, to);
  }
  writeFileSync(join(at, 'template.yaml'), text);
  return at;
}
const version = ['\nversion: 1.0.0\n', '\nversion: 1.1.0\n'] as const;
const short = '      - key: employees\n        type: short\n';
const options = '        options: [{ code: "5", label: 5人以下 }, { code: "20", label: 6〜20人 }]\n';
const sameKey = [short, `      - key: employees\n        type: list\n${options}`] as const;
const replaced = [
  short,
  `      - key: employees-2\n        type: list\n        field: employees\n        replaces: { key: employees, merge: new-else-old }\n${options}`,
] as const;
const closed = ['\nrecord:\n', '\nretired:\n  - { key: employees, since: 1.1.0 }\nrecord:\n'] as const;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
async function run(command: () => 0 | 1 | 2): Promise<Ended> {
  const said: string[] = [];
  const complained: string[] = [];
  const [out, err] = [process.stdout.write, process.stderr.write];
  process.stdout.write = ((text: string) => said.push(text) > 0) as typeof out;
  process.stderr.write = ((text: string) => complained.push(text) > 0) as typeof err;
  try {
    const code = await runCommand(command);
    return { code, out: said.join(''), err: complained.join('') };
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
}
const check = (at: string) => run(() => templateCheckCommand(at));

describe('cci template check', () => {
  it('everything_that_ships__is_right', async () => {
    const ended = await run(() => templateCheckCommand(undefined));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toBe(`ひな型 ${templateIds().length} 件を調べました：誤りはありません。\n`);
  });

  it('J1__a_type_changed_under_its_key__then_declared', async () => {
    const first = await check(template(version, sameKey));
    expect(first.code).toBe(1);
    expect(first.out).toContain('[template.type-changed]');
    expect(first.out).toContain('short → list');
    expect(await check(template(version, replaced, closed))).toMatchObject({ code: 0 });
  });

  it('a_released_version__does_not_change', async () => {
    const ended = await check(template(['title: 入会申込フォーム（', 'title: 入会のお申込み（']));
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('[template.version-same]');
    expect(await check(template())).toMatchObject({ code: 0 });
  });

  it('a_question_dropped__must_be_closed', async () => {
    const ended = await check(template(version, ['      - key: fax\n        type: short\n', '']));
    expect(ended.out).toContain('質問「fax」がなくなっています');
    expect(ended.out).toContain('[template.key-dropped]');
  });

  it('released_versions_of_its_own__count_before_those_that_ship', async () => {
    const at = template(version, sameKey);
    mkdirSync(join(at, 'released'));
    writeFileSync(join(at, 'released/1.0.0.yaml'), shipped.replace(...sameKey));
    expect(await check(at)).toMatchObject({ code: 0 });
    writeFileSync(join(at, 'released/0.9.0.yaml'), shipped);
    const ended = await check(at);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('[template.released-file]');
  });

  it('one_file__is_checked_like_a_folder', async () => {
    const file = join(folder, 'draft.yaml');
    writeFileSync(file, shipped.replace('- key: nameKana', '- key: nameKanna').replace(...version));
    const ended = await check(file);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('「nameKana」ではありませんか');
  });

  it('what_is_filled_in_for_mails_alone__is_used', async () => {
    const fillIn = [
      '\nsections:\n',
      '\nfillIns:\n  - { key: when, label: 日時, type: text }\nsections:\n',
    ] as const;
    const at = template(version, fillIn);
    expect((await check(at)).out).toContain('[template.fill-in-unused]');
    const mail = join(at, 'mail/receipt.txt');
    writeFileSync(mail, `${readFileSync(mail, 'utf8')}\n{{form.when}}\n`);
    expect((await check(at)).out).not.toContain('[template.fill-in-unused]');
  });

  it('nothing_there__is_unusable', async () => {
    expect(await check(join(folder, 'none'))).toMatchObject({ code: 2, out: '' });
  });
});

describe('cci template list', () => {
  it('names_all', async () => {
    const ended = await run(templateListCommand);
    expect(
      ended.out
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(templateIds());
  });
});

describe('cci template diff', () => {
  const diff = (a: string, b: string) => run(() => templateDiffCommand(a, b));

  it('the_same__has_no_difference', async () => {
    const ended = await diff('membership-application@1.0.0', 'membership-application');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('違いはありません。');
  });

  it('says_what_is_otherwise__whoever_decides_over_it', async () => {
    const newer = template(
      version,
      ['        help: 例：1,000万円、3000000', '        help: 払込済みの額。例：1,000万円'],
      [
        '      - key: fax\n        type: short\n',
        '      - key: fax\n        type: short\n      - key: nameEnglish\n        type: short\n',
      ],
      ['requiredAny: [[phone, email]]', 'requiredAny: [[phone, email, fax]]'],
    );
    const ended = await diff('membership-application', join(newer, 'template.yaml'));
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('1.0.0 → 1.1.0');
    expect(ended.out).toContain('設問「事業所名英字」（1行の文字）を、「FAX番号」の次に加えます。');
    expect(ended.out).toContain('「資本金」の説明文');
    expect(ended.out).toContain('・記録に要る項目「requiredAny」');
  });

  it('what_breaks_answers__exit_1', async () => {
    const ended = await diff('membership-application', template(version, sameKey));
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('[template.type-changed]');
    expect(await diff('membership-application', template(version, replaced, closed))).toMatchObject({
      code: 0,
    });
  });

  it('an_id_that_there_is_not__is_unusable', async () => {
    const ended = await diff('membership-aplication', 'membership-application');
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('[template.not-found]');
  });
});

describe('cci template plan', () => {
  const help = '        help: 例：1,000万円、3000000';
  const theirs = () =>
    template(
      version,
      [help, '        help: 日商の説明'],
      [
        '      - key: fax\n        type: short\n',
        '      - key: fax\n        type: short\n        help: 市外局番から\n      - key: nameEnglish\n        type: short\n',
      ],
    );
  const ours = () =>
    template(
      [help, '        help: 自所の説明'],
      [
        '      - key: fax\n        type: short\n',
        '      - key: local.guild\n        type: short\n        title: 組合名\n',
      ],
      ['      - key: phone\n', '      - key: phone\n        title: 代表電話\n'],
    );
  const plan = (given: { theirs: string; ours: string; decisions?: string }, out: string) =>
    run(() => templatePlanCommand({ base: 'membership-application', ...given, out: join(folder, out) }));
  const read = (out: string) => readFileSync(join(folder, out), 'utf8');

  it('says_and_writes_what_becomes_of_both_sides__the_same_every_time', async () => {
    const sides = { theirs: theirs(), ours: ours() };
    const ended = await plan(sides, 'one/plan.json');
    expect(ended).toMatchObject({ code: 0, err: '' });
    for (const words of [
      '［追加］',
      '設問「事業所名英字」',
      '「代表電話」：自所で直した設問文を残します。',
      '「組合名」：自所で加えた設問です。',
      '［外したまま］',
      '「FAX番号」：自所で外したので、加えません。',
      '［要判断］',
      '日商新：日商の説明',
      '自所：自所の説明',
    ])
      expect(ended.out).toContain(words);
    const text = read('one/plan.json');
    const { conflicts, operations, own, refused, ...head } = JSON.parse(text) as UpdatePlan;
    expect(head).toMatchObject({
      version: 1,
      template: 'membership-application',
      from: '1.0.0',
      to: '1.1.0',
    });
    expect(conflicts).toMatchObject([{ element: 'capital', property: 'help', choice: null }]);
    expect(operations).toMatchObject([{ op: 'add-item', element: 'nameEnglish' }]);
    expect([own, refused]).toEqual([['local.guild'], []]);
    await plan(sides, 'two.json');
    expect(read('two.json')).toBe(text);
    expect(text).toMatch(/^\{\n {2}"conflicts": \[\n[\s\S]*\n\}\n$/);
    expect(readdirSync(join(folder, 'one'))).toEqual(['plan.json']);
  });

  it('decisions__settle_a_conflict', async () => {
    const decisions = join(folder, 'decisions.yaml');
    writeFileSync(decisions, '- { element: capital, property: help, choice: theirs }\n');
    const ended = await plan({ theirs: theirs(), ours: ours(), decisions }, 'decided.json');
    expect(ended.code).toBe(0);
    const { operations } = JSON.parse(read('decided.json')) as UpdatePlan;
    expect(operations).toContainEqual({
      op: 'set',
      element: 'capital',
      property: 'help',
      before: '自所の説明',
      after: '日商の説明',
    });
  });

  it('what_is_refused__exit_1_and_the_plan_is_written', async () => {
    const ended = await plan({ theirs: template(version, sameKey), ours: template() }, 'refused.json');
    expect(ended.code).toBe(1);
    const { refused } = JSON.parse(read('refused.json')) as UpdatePlan;
    expect(refused).toMatchObject([{ element: 'employees', reason: 'type-changed' }]);
  });

  it('J1_declared__closes_the_old_question_and_adds_the_new', async () => {
    const ended = await plan({ theirs: template(version, replaced, closed), ours: template() }, 'j1.json');
    expect(ended.code).toBe(0);
    const { operations } = JSON.parse(read('j1.json')) as UpdatePlan;
    expect(operations.map(({ op, element }) => `${op} ${element}`)).toEqual(
      expect.arrayContaining(['add-item employees-2', 'retire employees']),
    );
  });

  it('a_template_of_schema_1__is_read', async () => {
    const file = join(folder, 'old.yaml');
    writeFileSync(
      file,
      shipped.replace('\nschema: 2\n', '\nschema: 1\n').replace(/ {8}key: local\.confirmation-text-1\n/, ''),
    );
    const ended = await plan({ theirs: theirs(), ours: file }, 'old.json');
    expect(ended.code).toBe(0);
  });

  it('a_form_as_it_stands__is_put_to_its_keys', async () => {
    const small = join(folder, 'small.yaml');
    const yaml = (items: string, of: string) =>
      `schema: 2\nid: small\nversion: ${of}\ntitle: 見本\nsummary: 見本\ndescription: 説明\nsettings: { collectEmail: false, progressBar: false, limitOneResponse: false, allowEdit: false, confirmation: 済, closedMessage: 休 }\nsections:\n  - key: first\n    title: ""\n    items:\n${items}record: { required: [], requiredAny: [] }\nmails: {}\n`;
    writeFileSync(small, yaml('      - { key: name, type: short }\n', '1.0.0'));
    const next = join(folder, 'small-next.yaml');
    writeFileSync(next, yaml('      - { key: name, type: short, help: 登記のとおり }\n', '1.1.0'));
    const item = (itemId: string, title: string) => ({
      itemId,
      type: 'short',
      title,
      help: '',
      required: false,
      options: [],
      other: false,
    });
    const copy = {
      formId: 'f',
      title: '見本',
      description: '説明',
      settings: {
        collectEmail: false,
        progressBar: false,
        limitOneResponse: false,
        allowEdit: false,
        shuffleQuestions: false,
        confirmation: '済',
        closedMessage: '休',
      },
      items: [item('11', '店名'), item('12', '紹介者')],
    };
    const form = join(folder, 'form.json');
    const given = { base: small, theirs: next, ours: form, out: join(folder, 'form-plan.json') };
    writeFileSync(form, JSON.stringify({ copy, links: [{ itemId: '11', key: 'name' }] }));
    const ended = await run(() => templatePlanCommand(given));
    expect(ended).toMatchObject({ code: 0, err: '' });
    const planned = JSON.parse(read('form-plan.json')) as UpdatePlan;
    expect(planned.operations).toMatchObject([
      { op: 'set', element: 'name', property: 'help', after: '登記のとおり' },
    ]);
    expect(planned.own).toEqual(['own.12']);
    expect(planned.kept).toMatchObject([{ element: 'name', property: 'title', ours: '店名' }]);

    writeFileSync(form, JSON.stringify({ copy: { ...copy, items: [{ itemId: '1' }] }, links: [] }));
    expect(await run(() => templatePlanCommand(given))).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['no such file', { theirs: 'none/template.yaml' }, 'file.missing'],
    ['no such id', { theirs: 'membership' }, 'template.not-found'],
    ['another template', { theirs: 'register-update' }, 'template.other-id'],
    ['decisions that are none', { decisions: join(source, 'template.yaml') }, 'document.shape'],
  ])('%s__exit_2_one_line_nothing_written', async (_name, given, code) => {
    const ended = await plan(
      { theirs: 'membership-application', ours: template(), ...given },
      'nothing/plan.json',
    );
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
    expect(ended.err).toContain(`[${code}]`);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  it('a_template_whose_meaning_is_open__exit_2', async () => {
    const twice = template(['- key: fax\n', '- key: phone\n']);
    const ended = await plan({ theirs: twice, ours: template() }, 'nothing/plan.json');
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('[template.key-twice]');
  });
});
