/** Pieces that several cards are made of. */
import type { IssueView } from '../../view/protocol.ts';
import type { ActionName } from '../action-names.ts';
import type { Button, Card, Press, Section, Widget, With } from '../model.ts';

export const act = (name: ActionName, given: With = {}): Press => ({ act: name, with: given });

export const button = (text: string, press: Press, more: Omit<Button, 'text' | 'press'> = {}): Button => ({
  text,
  press,
  ...more,
});

export const buttons = (...all: readonly (Button | null)[]): Widget => ({
  kind: 'buttons',
  buttons: all.flatMap((one) => (one === null ? [] : [one])),
});

export const text = (words: string, look?: 'strong' | 'soft' | 'warning'): Widget =>
  look === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, look };

const issueIcons = { error: 'mend', warning: 'look', info: 'look' } as const;

/** A problem: what kind and where, what is wrong, how it is mended. */
export const issueRow = (
  found: IssueView,
  more: { readonly press?: Press; readonly button?: Button } = {},
): Widget => ({
  ...more,
  kind: 'row',
  icon: issueIcons[found.severity],
  top: found.label === '' ? found.severityLabel : `${found.severityLabel}：${found.label}`,
  text: found.message,
  bottom: found.remedy,
});

/** At most so many of a list, and a line for the rest. */
export function firstOf(widgets: readonly Widget[], most: number): readonly Widget[] {
  const rest = widgets.length - most;
  return rest <= 0 ? widgets : [...widgets.slice(0, most), text(`ほか ${rest} 件`, 'soft')];
}

export const section = (header: string, widgets: readonly Widget[], inSight?: number): Section => ({
  header,
  widgets,
  ...(inSight === undefined ? {} : { inSight }),
});

/** Why something was not done. */
export const problemCard = (issues: readonly IssueView[]): Card => ({
  name: 'problem',
  title: 'できませんでした',
  sections: [
    {
      widgets: firstOf(
        issues.map((one) => issueRow(one)),
        20,
      ),
    },
    { widgets: [buttons(button('戻る', act('back'), { isMain: true }), button('今日を開く', act('home')))] },
  ],
});
