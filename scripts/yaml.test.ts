import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml.ts';

const problems = (text: string) => readYaml(text, 'f.yaml').issues.map((i) => [i.code, i.params.line]);

describe('readYaml', () => {
  it('gives_the_value_and_the_line_of_each_path', () => {
    const { value, issues, lineOf } = readYaml('a: 1\nb:\n  - x\n  - y: 2\n', 'f.yaml');
    expect(value).toEqual({ a: 1, b: ['x', { y: 2 }] });
    expect(issues).toEqual([]);
    expect([lineOf('a'), lineOf('b.1.y'), lineOf('b.1.none'), lineOf('')]).toEqual([1, 4, 4, 1]);
  });

  it('reads_JSON', () => {
    expect(readYaml('{"a": [1, "\\u9ad9"]}', 'f.json').value).toEqual({ a: [1, '髙'] });
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n', 2],
    ['a bracket that never closes', '{ a: 1', 1],
    ['two documents', 'a: 1\n---\nb: 2\n', 2],
    ['an alias without an anchor', 'a: 1\nb: *none\n', 2],
    [
      'aliases that would fill the memory',
      `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
      2,
    ],
  ])('%s__is_a_problem_with_its_line', (_case, text, line) => {
    expect(problems(text)).toEqual([['document.syntax', line]]);
    expect(readYaml(text, 'f.yaml').value).toBeUndefined();
  });

  it('the_reason__is_in_words', () => {
    for (const text of ['a: 1\na: 2\n', '{ a', 'a: "x', 'a:\n\t- b\n', 'a: b: c\n']) {
      const reasons = readYaml(text, 'f.yaml').issues.map((i) => String(i.params.reason));
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason).toMatch(/[ぁ-ん]/);
    }
  });
});
