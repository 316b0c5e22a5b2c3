/** A small drawing of a form, made from its first questions: enough to tell one template from another at a glance. */
import { h, type VNode } from '../sidebar/dom/h.ts';
import type { PictureLine } from '../view/forms-protocol.ts';

const width = 132;
const height = 168;
const left = 14;
const room = width - 2 * left;
/** Below this nothing is begun any more. */
const bottom = height - 14;

const bar = (x: number, y: number, w: number, thick: number, tone: string): VNode =>
  h('rect', { class: tone, x, y, width: Math.max(4, Math.round(w)), height: thick, rx: thick / 2 });
const box = (x: number, y: number, w: number, tall: number): VNode =>
  h('rect', { class: 'pic-box', x, y, width: w, height: tall, rx: 2 });

/** What a kind of question looks like below its title: shapes and how much room they take. */
type Sketch = (y: number, line: PictureLine) => readonly [readonly VNode[], number];

const options =
  (mark: (x: number, y: number) => VNode): Sketch =>
  (y, { options: count }) => {
    const shown = Math.max(2, Math.min(count, 3));
    const rows = Array.from({ length: shown }, (_, index) => y + index * 8);
    const lengths = [34, 46, 28];
    return [
      rows.flatMap((at, index) => [
        mark(left, at),
        bar(left + 9, at + 1, lengths[index] ?? 30, 3, 'pic-soft'),
      ]),
      shown * 8,
    ];
  };
const dots: Sketch = (y, { options: count }) => {
  const shown = Math.max(3, Math.min(count, 5));
  return [
    Array.from({ length: shown }, (_, index) =>
      h('circle', { class: 'pic-box', cx: left + 5 + index * 16, cy: y + 4, r: 4 }),
    ),
    10,
  ];
};
const table: Sketch = (y) => [
  [0, 1, 2].flatMap((row) => [
    bar(left, y + row * 8 + 1, 22, 3, 'pic-soft'),
    ...[0, 1, 2, 3].map((column) =>
      h('circle', { class: 'pic-box', cx: left + 36 + column * 16, cy: y + row * 8 + 3, r: 2.6 }),
    ),
  ]),
  25,
];
const oneLine: Sketch = (y) => [[bar(left, y + 5, room * 0.7, 1.5, 'pic-line')], 8];
const small: Sketch = (y) => [[box(left, y, 40, 9)], 11];

const sketches: Readonly<Record<PictureLine['type'], Sketch>> = {
  short: oneLine,
  paragraph: (y) => [[box(left, y, room, 18)], 20],
  choice: options((x, y) => h('circle', { class: 'pic-box', cx: x + 3, cy: y + 2.5, r: 2.6 })),
  checkbox: options((x, y) => h('rect', { class: 'pic-box', x, y, width: 5.5, height: 5.5, rx: 1 })),
  list: (y) => [
    [box(left, y, 62, 10), h('path', { class: 'pic-line', d: `M${left + 52} ${y + 4}l3 3 3-3z` })],
    12,
  ],
  scale: dots,
  rating: dots,
  grid: table,
  'checkbox-grid': table,
  date: small,
  datetime: small,
  time: small,
  duration: small,
  description: (y) => [
    [bar(left, y, room, 2.5, 'pic-soft'), bar(left, y + 6, room * 0.6, 2.5, 'pic-soft')],
    10,
  ],
  image: (y) => [
    [
      box(left, y, room, 24),
      h('path', { class: 'pic-soft', d: `M${left + 8} ${y + 20}l16-12 12 8 10-6 16 10z` }),
    ],
    26,
  ],
  video: (y) => [
    [box(left, y, room, 24), h('path', { class: 'pic-soft', d: `M${left + 46} ${y + 6}v12l12-6z` })],
    26,
  ],
  page: (y) => [[h('path', { class: 'pic-fold', d: `M0 ${y + 3}H${width}` })], 8],
};

export function formPicture(lines: readonly PictureLine[]): VNode {
  const drawn: VNode[] = [];
  let y = 34;
  for (const line of lines) {
    const titled = line.type === 'page' ? 0 : 8;
    const [shapes, used] = sketches[line.type](y + titled, line);
    if (y + titled + used > bottom) break;
    if (titled > 0) drawn.push(bar(left, y, Math.min(1, (line.letters + 4) / 24) * room, 3.5, 'pic-title'));
    drawn.push(...shapes);
    y += titled + used + 7;
  }
  return h(
    'svg',
    { class: 'picture', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    h('rect', { class: 'pic-paper', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 5 }),
    h('path', { class: 'pic-head', d: `M.5 5.5a5 5 0 0 1 5-5h${width - 11}a5 5 0 0 1 5 5V8H.5z` }),
    bar(left, 17, room * 0.62, 5, 'pic-title'),
    drawn,
  );
}
