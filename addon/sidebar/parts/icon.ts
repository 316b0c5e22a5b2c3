/** The few line icons of the sidebar, drawn in the colour of the text beside them; always decoration. */
import { h, type VNode } from '../dom/h.ts';

const paths = {
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'M7.5 4l6 6-6 6',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  copy: 'M7 7h9v10H7zM4 13V3h9',
  open: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  close: 'M5 5l10 10M15 5 5 15',
  download: 'M10 3v9M6 9l4 4 4-4M4 17h12',
  check: 'M4 10.5 8 14.5 16 6',
  refresh: 'M16 10a6 6 0 1 1-2-4.5M16 3v3.5h-3.5',
  sheet: 'M4 4h12v12H4zM4 8h12M4 12h12M9 8v8',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): VNode {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: paths[name] }),
  );
}
