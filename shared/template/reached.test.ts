import { describe, expect, it } from 'vitest';
import { reachedSections } from './reached.ts';
import type { Template, TemplateSection } from './template.ts';

const option = (code: string, goTo?: string) =>
  goTo === undefined ? { code, label: code } : { code, label: code, goTo };
const sections: readonly TemplateSection[] = [
  {
    key: 'first',
    title: '',
    items: [
      {
        key: 'kind',
        type: 'choice',
        options: [option('none', 'submit'), option('some', 'middle'), option('on')],
      },
    ],
  },
  { key: 'next', title: '', items: [{ key: 'x', type: 'short' }] },
  { key: 'middle', title: '', next: 'last', items: [] },
  { key: 'skipped', title: '', items: [] },
  { key: 'last', title: '', items: [] },
];
const template: Template = {
  schema: 2,
  id: 't',
  version: '1.0.0',
  title: '',
  summary: '',
  description: '',
  flow: 'application',
  settings: {
    collectEmail: false,
    progressBar: false,
    limitOneResponse: false,
    allowEdit: false,
    shuffleQuestions: false,
    confirmation: '',
    closedMessage: '',
    closesOn: '',
  },
  audience: '',
  category: 'membership',
  ownership: {},
  fillIns: [],
  retired: [],
  sections: [...sections],
  record: { required: [], requiredAny: [] },
  mails: {},
};

describe('sections that an answer reached', () => {
  it.each([
    ['none', ['first']],
    ['some', ['first', 'last', 'middle']],
    ['on', ['first', 'last', 'middle', 'next']],
    ['unknown', ['first', 'last', 'middle', 'next']],
    ['', ['first', 'last', 'middle', 'next']],
  ])('choice_%s', (kind, keys) => {
    expect([...reachedSections(template, { kind })].sort()).toEqual(keys);
  });

  it('a_circle__ends', () => {
    const circle = { ...template, sections: [{ key: 'a', title: '', next: 'a', items: [] }] };
    expect([...reachedSections(circle, {})]).toEqual(['a']);
  });
});
