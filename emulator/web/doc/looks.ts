/**
 * The looks of a document as classes of a style sheet of its own, since the page's policy allows no inline style. Every value
 * comes from a script, so only what is plainly a number, a colour or a font name gets through.
 */
import type { DocAttributes } from '../../workspace/model.ts';

/** Gives each set of declarations one class name, in order of first use. */
export class Looks {
  private readonly names = new Map<string, string>();

  /** Class of these declarations; '' for none. */
  use(declarations: readonly string[]): string {
    if (declarations.length === 0) return '';
    const css = declarations.join(';');
    const name = this.names.get(css) ?? `d${this.names.size + 1}`;
    this.names.set(css, name);
    return name;
  }

  /** The rules of all classes used so far. */
  css(): string {
    return [...this.names].map(([css, name]) => `.paper .${name}{${css}}`).join('\n');
  }
}

type Value = DocAttributes[string] | undefined;

const points = (value: Value, least = 0, most = 2000): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, least), most) : null;

function color(value: Value): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/i.test(value) ? value : null;
}

const serif = '"Noto Serif JP","Noto Serif CJK JP","Hiragino Mincho ProN","Yu Mincho",serif';
const sans = '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",sans-serif';

function font(value: Value): string | null {
  if (typeof value !== 'string' || !/^[\p{L}\p{N} _-]{1,60}$/u.test(value)) return null;
  return `"${value}",${/serif|mincho|明朝|times|georgia|merriweather/i.test(value) && !/sans/i.test(value) ? serif : sans}`;
}

/** A declaration for a value, or none. */
const rule = (name: string, value: string | number | null, unit = ''): string[] =>
  value === null ? [] : [`${name}:${value}${unit}`];

/** What letters look like. */
export function textLooks(style: DocAttributes): string[] {
  const lines = [
    style.UNDERLINE === true ? 'underline' : '',
    style.STRIKETHROUGH === true ? 'line-through' : '',
  ].filter((line) => line !== '');
  return [
    ...rule('font-size', points(style.FONT_SIZE, 1, 400), 'pt'),
    ...rule('font-family', font(style.FONT_FAMILY)),
    ...rule('color', color(style.FOREGROUND_COLOR)),
    ...rule('background-color', color(style.BACKGROUND_COLOR)),
    ...(typeof style.BOLD === 'boolean' ? [`font-weight:${style.BOLD ? 700 : 400}`] : []),
    ...(typeof style.ITALIC === 'boolean' ? [`font-style:${style.ITALIC ? 'italic' : 'normal'}`] : []),
    ...(lines.length > 0 ? [`text-decoration:${lines.join(' ')}`] : []),
  ];
}

const alignments: Readonly<Record<string, string>> = {
  LEFT: 'left',
  CENTER: 'center',
  RIGHT: 'right',
  JUSTIFY: 'justify',
};

/** What a paragraph looks like, its letters included. */
export function paragraphLooks(attributes: DocAttributes): string[] {
  const alignment = alignments[String(attributes.HORIZONTAL_ALIGNMENT)] ?? null;
  const spacing = points(attributes.LINE_SPACING, 0.5, 10);
  return [
    ...rule('text-align', alignment),
    ...rule('margin-top', points(attributes.SPACING_BEFORE), 'pt'),
    ...rule('margin-bottom', points(attributes.SPACING_AFTER), 'pt'),
    ...rule('line-height', spacing === null ? null : Math.round(spacing * 130) / 100),
    ...rule('margin-left', points(attributes.INDENT_START), 'pt'),
    ...rule('margin-right', points(attributes.INDENT_END), 'pt'),
    ...rule('text-indent', indent(attributes), 'pt'),
    ...textLooks(attributes),
  ];
}

/** The first line is given from the page's edge, as the start is. */
function indent(attributes: DocAttributes): number | null {
  const first = points(attributes.INDENT_FIRST_LINE);
  return first === null ? null : first - (points(attributes.INDENT_START) ?? 0);
}

/** A table's lines; 0 draws none. */
export function borderLooks(attributes: DocAttributes): string[] {
  const width = points(attributes.BORDER_WIDTH, 0, 20) ?? 1;
  return width === 0
    ? ['border:0']
    : [`border:${width}pt solid ${color(attributes.BORDER_COLOR) ?? '#000000'}`];
}

const vertical: Readonly<Record<string, string>> = { TOP: 'top', CENTER: 'middle', BOTTOM: 'bottom' };

export function cellLooks(attributes: DocAttributes): string[] {
  return [
    ...rule('width', points(attributes.WIDTH, 1), 'pt'),
    ...rule('vertical-align', vertical[String(attributes.VERTICAL_ALIGNMENT)] ?? null),
    ...rule('padding-top', points(attributes.PADDING_TOP), 'pt'),
    ...rule('padding-bottom', points(attributes.PADDING_BOTTOM), 'pt'),
    ...rule('padding-left', points(attributes.PADDING_LEFT), 'pt'),
    ...rule('padding-right', points(attributes.PADDING_RIGHT), 'pt'),
    ...textLooks(attributes),
  ];
}

export function rowLooks(attributes: DocAttributes): string[] {
  return [...rule('height', points(attributes.MINIMUM_HEIGHT), 'pt'), ...textLooks(attributes)];
}

/** Paper and margins, on the screen and in print. */
export function paperCss(body: DocAttributes): string {
  const width = points(body.PAGE_WIDTH, 72, 4000) ?? 595.28;
  const height = points(body.PAGE_HEIGHT, 72, 4000) ?? 841.89;
  const margins = ['MARGIN_TOP', 'MARGIN_RIGHT', 'MARGIN_BOTTOM', 'MARGIN_LEFT']
    .map((name) => `${points(body[name], 0, 400) ?? 72}pt`)
    .join(' ');
  const a4 = Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1;
  return [
    `@page{size:${a4 ? 'A4' : `${width}pt ${height}pt`};margin:0}`,
    `.paper{width:${width}pt;min-height:${height}pt;padding:${margins}}`,
    // A hair less than the sheet, so that rounding never begins an empty one.
    `@media print{.paper{min-height:${height - 1}pt}}`,
  ].join('\n');
}
