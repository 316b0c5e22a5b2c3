import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isYamlValue, type YamlValue, yamlText } from './yaml-text.ts';

const back = (value: YamlValue): unknown => parse(yamlText(value));

describe('yamlText', () => {
  it('a_small_document__reads_as_people_would_write_it', () => {
    const text = yamlText({
      schema: 2,
      title: '入会申込フォーム',
      help: '一行目\n二行目',
      none: undefined,
      items: [
        { key: 'name', options: [{ code: 'yes', label: '同意する' }] },
        { key: 'b', options: [] },
      ],
      empty: {},
    });
    expect(text).toBe(
      [
        'schema: 2',
        'title: 入会申込フォーム',
        'help: |-',
        '  一行目',
        '  二行目',
        'items:',
        '  - key: name',
        '    options:',
        '      - code: "yes"',
        '        label: 同意する',
        '  - key: b',
        '    options: []',
        'empty: {}',
        '',
      ].join('\n'),
    );
  });

  it.each([
    'yes',
    'No',
    '1.0.0',
    '007',
    '',
    ' a',
    'a ',
    'a: b',
    'a #b',
    '- a',
    '{{chamber.name}}への入会',
    '「見本」',
    "it's",
    'line\n',
    'line\n\n',
    '\nline',
    'a\n  b\nc',
    '  a\nb',
    'a \nb',
    'a\tb\nc',
    'a\r\nb',
    '𠮷\n野家',
    '\u2028\nx',
    '~',
    '---',
    '...\nb',
    'a\n---\nb',
    'a\n# b',
    '2026-11-24',
    '0x1f',
    '^[\\s　]*〒?[0-9]{3}$',
  ])('text %j__reads_back_as_it_was', (text) => {
    expect(back({ text })).toEqual({ text });
    expect(back([text, [text], { a: { b: text } }])).toEqual([text, [text], { a: { b: text } }]);
  });

  it('any_data__reads_back_as_it_was', () => {
    const text = fc.oneof(
      fc
        .string({ unit: 'binary' })
        .filter((one) => !/[\ud800-\udfff]/.test(one.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))),
      fc.stringMatching(/^[ \na:#\-あ]{0,8}$/),
    );
    const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .dictionary(fc.stringMatching(/^[a-z][a-zA-Z0-9.-]{0,8}$/), tie('value'), { maxKeys: 4 })
          .map((made) => ({ ...made })),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(back({ one })).toEqual({ one });
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });

  it.each([
    [{ a: [1, null, 'x', { b: undefined }] }, true],
    [{ a: () => 1 }, false],
    [[Number.NaN], false],
    [undefined, false],
  ])('isYamlValue %j → %j', (value, expected) => {
    expect(isYamlValue(value)).toBe(expected);
  });
});
