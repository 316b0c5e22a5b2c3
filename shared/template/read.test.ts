import { describe, expect, it } from 'vitest';
import { catalogue, membership } from '../../tests/support/library.ts';
import { readTemplate } from './read.ts';

/** A deep copy of the shipped template as plain data, to break. */
type Plain = { [key: string]: unknown };
const copy = () =>
  JSON.parse(JSON.stringify(membership)) as Plain & {
    sections: { key: string; title: string; next?: string; items: Record<string, unknown>[] }[];
    record: { required: string[]; requiredAny: string[][] };
    settings: Record<string, unknown>;
  };
type Draft = ReturnType<typeof copy>;

const item = (draft: Draft, key: string) => {
  const found = draft.sections.flatMap((s) => s.items).find((i) => i.key === key);
  if (found === undefined) throw new Error(`no item ${key}`);
  return found;
};

const section = (draft: Draft, index: number) => {
  const found = draft.sections[index];
  if (found === undefined) throw new Error(`no section ${index}`);
  return found;
};

const mistakes: readonly (readonly [string, (draft: Draft) => void, string, string])[] = [
  [
    'a property nobody knows',
    (d) => {
      item(d, 'name').hlep = 'x';
    },
    'document.unknown-property',
    'sections.0.items.1.hlep',
  ],
  [
    'no title of the template',
    (d) => {
      delete d.title;
    },
    'document.missing',
    'title',
  ],
  [
    'a number where text belongs',
    (d) => {
      d.summary = 3;
    },
    'document.shape',
    'summary',
  ],
  [
    'a question without key',
    (d) => {
      delete item(d, 'fax').key;
      item(d, 'email').title = 'x';
    },
    'template.key-missing',
    'sections.5.items.2',
  ],
  [
    'one key twice',
    (d) => {
      item(d, 'fax').key = 'phone';
    },
    'template.key-twice',
    'sections.5.items.2.key',
  ],
  [
    'a key outside the vocabulary',
    (d) => {
      item(d, 'fax').key = 'faxx';
      item(d, 'faxx').title = 'FAX';
    },
    'template.key-unknown',
    'sections.5.items.2.key',
  ],
  [
    'one title twice',
    (d) => {
      item(d, 'fax').title = '電話番号';
    },
    'template.title-twice',
    'sections.5.items.2.title',
  ],
  [
    'a branch to nowhere',
    (d) => {
      for (const o of item(d, 'applicantType').options as { goTo: string }[]) o.goTo = 'nowhere';
    },
    'template.goto-unknown',
    'sections.0.items.0.options.0.goTo',
  ],
  [
    'options with and without a branch',
    (d) => {
      delete (item(d, 'applicantType').options as { goTo?: string }[])[1]?.goTo;
    },
    'template.goto-mixed',
    'sections.0.items.0.options',
  ],
  [
    'a section nobody reaches',
    (d) => {
      for (const o of item(d, 'applicantType').options as { goTo: string }[]) o.goTo = 'district';
    },
    'template.unreachable',
    'sections.1',
  ],
  [
    'a next section that is not there',
    (d) => {
      section(d, 1).next = 'gone';
    },
    'template.goto-unknown',
    'sections.1.next',
  ],
  [
    'a look-behind',
    (d) => {
      (item(d, 'phone').validation as Plain).pattern = '(?<=0)1';
    },
    'template.pattern',
    'sections.5.items.1.validation.pattern',
  ],
  [
    'a pattern that does not close',
    (d) => {
      (item(d, 'phone').validation as Plain).pattern = '[0-9';
    },
    'template.pattern',
    'sections.5.items.1.validation.pattern',
  ],
  [
    'a rule FormApp lacks for the type',
    (d) => {
      item(d, 'industry').validation = { rule: 'email', message: 'x' };
    },
    'template.validation-type',
    'sections.6.items.0.validation',
  ],
  [
    'a rule without its number',
    (d) => {
      delete (item(d, 'name').validation as Plain).numbers;
    },
    'template.validation-arguments',
    'sections.0.items.1.validation',
  ],
  [
    'options from a list that no chamber has',
    (d) => {
      item(d, 'divisions').optionsFrom = 'clubs';
    },
    'template.options-from',
    'sections.7.items.0.optionsFrom',
  ],
  [
    'a place that nobody fills',
    (d) => {
      d.title = '入会申込（{{chamber.nam}}）';
    },
    'template.place',
    'title',
  ],
  [
    'braces that are no place',
    (d) => {
      item(d, 'email').help = '{{chamber email}} から送ります。';
    },
    'template.place',
    'sections.5.items.0.help',
  ],
  [
    'a mail text outside the folder',
    (d) => {
      d.mails = { receipt: '../../secret.txt' };
    },
    'template.mail-name',
    'mails.receipt',
  ],
  [
    'a choice without options',
    (d) => {
      item(d, 'phone').type = 'choice';
      delete item(d, 'phone').validation;
    },
    'template.options-missing',
    'sections.5.items.1',
  ],
  [
    'an option twice',
    (d) => {
      const o = item(d, 'industry').options as Plain[];
      o[1] = { ...o[0] };
    },
    'template.option-twice',
    'sections.6.items.0.options.1',
  ],
  [
    'a help that never ends',
    (d) => {
      item(d, 'name').help = 'あ'.repeat(1001);
    },
    'template.too-long',
    'sections.0.items.1.help',
  ],
  [
    'a required key without a question',
    (d) => {
      d.record.required.push('capital2');
    },
    'template.record-key',
    'record.required.6',
  ],
];

describe('readTemplate', () => {
  it('shipped_template__unchanged__has_no_issue', () => {
    expect(readTemplate(copy(), catalogue)).toEqual({ template: membership, issues: [] });
  });

  it.each(mistakes)('broken_template__%s__is_named_with_its_place', (_name, breakIt, code, path) => {
    const draft = copy();
    breakIt(draft);
    const { template, issues } = readTemplate(draft, catalogue);
    expect(template).toBeNull();
    expect(issues.map((i) => [i.code, i.params.path])).toContainEqual([code, path]);
  });

  it('several_mistakes__are_all_collected', () => {
    const draft = copy();
    item(draft, 'fax').key = 'phone';
    section(draft, 1).next = 'gone';
    const codes = readTemplate(draft, catalogue).issues.map((i) => i.code);
    expect(codes).toEqual(expect.arrayContaining(['template.key-twice', 'template.goto-unknown']));
  });
});
