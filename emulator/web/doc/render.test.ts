import { describe, expect, it } from 'vitest';
import type { DocAttributes, DocNode } from '../../workspace/model.ts';
import { Looks, paperCss } from './looks.ts';
import { markersOf, Painter, sheetsOf } from './render.ts';

let serial = 0;
const node = (type: string, over: Partial<DocNode> = {}): DocNode => {
  serial += 1;
  return { id: `n${serial}`, type, attributes: {}, ...over };
};
const text = (words: string, style: DocAttributes = {}): DocNode =>
  node('TEXT', { runs: [{ text: words, style }] });
const line = (...children: DocNode[]): DocNode => node('PARAGRAPH', { children });
const body = (...children: DocNode[]): DocNode => node('BODY_SECTION', { children });

function draw(root: DocNode): { out: string; css: string } {
  const looks = new Looks();
  const out = new Painter(looks, { id: 'd', body: root }).blocks(root.children ?? []).text;
  return { out, css: looks.css() };
}

describe('Painter', () => {
  it('hostile_text_link_font_and_colour__stay_text', () => {
    const bad = '"><script>1</script>';
    const { out, css } = draw(
      body(
        line(
          text(bad, {
            LINK_URL: 'javascript:alert(1)',
            FONT_FAMILY: 'x;}body{display:none',
            FOREGROUND_COLOR: 'red;}*{color:red',
          }),
        ),
      ),
    );
    expect(out).not.toContain('<script');
    expect(out).not.toContain('javascript:');
    expect(css).toBe('');
  });
  it('same_looks__share_one_class', () => {
    const { out, css } = draw(body(line(text('一', { BOLD: true })), line(text('二', { BOLD: true }))));
    expect(css).toBe('.paper .d1{font-weight:700}');
    expect(out.match(/class="d1"/g)).toHaveLength(2);
  });
  it('paragraph__centred_with_spacing__has_its_looks', () => {
    const { css } = draw(
      body({ ...line(text('題')), attributes: { HORIZONTAL_ALIGNMENT: 'CENTER', SPACING_AFTER: 12 } }),
    );
    expect(css).toContain('text-align:center;margin-bottom:12pt');
  });
  it('image_of_another_kind__is_not_drawn', () => {
    const image = { mimeType: 'image/svg+xml', content: 'PHN2Zy8+' };
    expect(draw(body(line(node('INLINE_IMAGE', { image })))).out).not.toContain('<img');
  });
  it('table__empty_cells__keep_their_line', () => {
    const cell = node('TABLE_CELL', { children: [line()] });
    const out = draw(body(node('TABLE', { children: [node('TABLE_ROW', { children: [cell] })] }))).out;
    expect(out).toContain('<br></p></td>');
  });
});

describe('sheetsOf', () => {
  it('break_in_the_middle_of_a_paragraph__parts_it', () => {
    const sheets = sheetsOf(body(line(text('前'), node('PAGE_BREAK'), text('後')), line(text('次'))));
    expect(sheets.map((sheet) => sheet.length)).toEqual([1, 2]);
  });
  it('break_alone_at_the_end__gives_an_empty_sheet_as_the_editor_does', () => {
    expect(sheetsOf(body(line(text('一')), line(node('PAGE_BREAK'))))).toHaveLength(2);
  });
});

describe('markersOf', () => {
  const item = (list: string, level: number, glyph = 'NUMBER'): DocNode =>
    node('LIST_ITEM', { attributes: { LIST_ID: list, NESTING_LEVEL: level, GLYPH_TYPE: glyph } });
  it('nested_and_mixed_lists__count_on_their_own', () => {
    const items = [
      item('a', 0),
      item('a', 1, 'LATIN_LOWER'),
      item('a', 1, 'LATIN_LOWER'),
      item('a', 0),
      item('a', 1, 'ROMAN_UPPER'),
      item('b', 0),
      item('c', 0, 'BULLET'),
    ];
    expect([...markersOf(body(...items)).values()]).toEqual(['1.', 'a.', 'b.', '2.', 'I.', '1.', '●']);
  });
});

describe('paperCss', () => {
  it('new_document__prints_on_A4', () => {
    expect(paperCss({ PAGE_WIDTH: 595.28, PAGE_HEIGHT: 841.89 })).toContain('@page{size:A4;margin:0}');
  });
  it('other_paper__is_named_in_points__and_nonsense_falls_back', () => {
    expect(paperCss({ PAGE_WIDTH: 283, PAGE_HEIGHT: 420 })).toContain('size:283pt 420pt');
    expect(paperCss({ PAGE_WIDTH: Number.NaN, MARGIN_TOP: '1}' })).toContain('padding:72pt 72pt 72pt 72pt');
  });
});
