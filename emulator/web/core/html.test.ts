import { describe, expect, it } from 'vitest';
import { escapeText, html, linked, scriptJson } from './html.ts';

describe('html', () => {
  it('text__with_markup_signs__is_escaped_in_elements_and_attributes', () => {
    const typed = `"><script>alert('x')</script>&`;
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('markup__nested_in_arrays__is_written_once_and_not_escaped_again', () => {
    const rows = ['髙橋', '<b>'].map((name) => html`<li>${name}</li>`);
    expect(html`<ul>${rows}</ul>`.text).toBe('<ul><li>髙橋</li><li>&lt;b&gt;</li></ul>');
  });

  it('absent_values__write_nothing__but_zero_and_empty_text_stay', () => {
    expect(html`[${null}|${undefined}|${false}|${true}|${0}|${''}]`.text).toBe('[||||0|]');
  });

  it('object_that_looks_like_markup__from_json__is_not_trusted', () => {
    const forged = JSON.parse('{"text":"<b>"}') as { text: string };
    expect(() => html`${forged as unknown as string}`).toThrow();
  });

  it('nul__is_replaced__because_browsers_drop_or_replace_it', () => {
    expect(escapeText('a\0b')).toBe('a\uFFFDb');
  });
});

describe('scriptJson', () => {
  it('text__that_would_close_the_script__cannot', () => {
    const out = scriptJson({ a: '</script><!--\u2028' }).text;
    expect(out).not.toContain('<');
    expect(JSON.parse(out)).toEqual({ a: '</script><!--\u2028' });
  });
});

describe('linked', () => {
  it('address_in_text__becomes_a_link__and_the_rest_is_escaped', () => {
    expect(linked('<a> https://example.jp/?a=1&b=2。次').text).toBe(
      '&lt;a&gt; <a href="https://example.jp/?a=1&amp;b=2" rel="noreferrer">https://example.jp/?a=1&amp;b=2</a>。次',
    );
  });
});
