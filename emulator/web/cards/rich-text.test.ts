import { describe, expect, it } from 'vitest';
import { richText } from './rich-text.ts';

const shown = (text: string): string => richText(text).text;

describe('richText', () => {
  it.each([
    ['<b>太</b><i>斜</i><u>下</u><s>消</s>', '<b>太</b><i>斜</i><u>下</u><s>消</s>'],
    ['一<br>二\n三', '一<br>二<br>三'],
    ['<font color="#c5221f">赤</font>', '<span class="ink ink--red">赤</span>'],
    [
      '<a href="https://example.jp/?a=1&b=2">次</a>',
      '<a href="https://example.jp/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">次</a>',
    ],
    ['<b>閉じない', '<b>閉じない</b>'],
    ['A &amp; B &lt;b&gt;', 'A &amp; B &lt;b&gt;'],
  ])('%s__is_formatted', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onclick="x()" style="x">',
    '</b>',
    '<h1>題</h1>',
    '<a href="javascript:alert(1)" onclick=x>',
    '株式会社<見本>"\'&',
    '&lt;script&gt;',
  ])('%s__cannot_become_markup', (text) => {
    expect(shown(text)).not.toMatch(/<(?!\/?(?:b|a)>)/);
    expect(shown(text)).not.toContain('javascript:alert(1)"');
  });

  it('link_to_a_script__has_no_address', () => {
    expect(shown('<a href="javascript:alert(1)">x</a>')).toBe('<a>x</a>');
  });
});
