/** A place in its surroundings: the article whole, those before and behind, the chapter it stands in, the way to every other. */
import type { Lookup } from '../../../shared/corpus/lookup.ts';
import { type Group, groupAt } from '../../../shared/corpus/lookup-reading.ts';
import type { Block } from '../../../shared/corpus/model.ts';
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { walkLine } from '../../sidebar/parts/walk.ts';
import type { Actions } from '../actions/index.ts';
import { citationOf, versionOf } from '../cited.ts';
import type { ReadingState, State } from '../state.ts';
import { linked, ruleText } from './rule-text.ts';

const backLabels: Readonly<Record<string, string>> = { search: '結果に戻る', check: '引用に戻る' };

export function readingScreen(state: State, lookup: Lookup, reading: ReadingState, actions: Actions): VNode {
  const groups = lookup.groups(reading.document);
  const at = Math.max(0, groupAt(groups, reading.address));
  const from = Math.max(0, at - reading.before);
  const to = Math.min(groups.length - 1, at + reading.after);
  const known = lookup.documents.find(({ title }) => title === reading.document);
  const name = (step: number): { readonly name: string } | null => {
    const group = groups[at + step];
    return group === undefined ? null : { name: groupName(group, reading.document) };
  };
  return page(
    false,
    walkLine(state, backLabels[reading.fromId.split(':')[0] ?? ''] ?? '戻る', () => actions.closeReading(), {
      things: '条',
      before: name(-1),
      after: name(1),
      go: (step) => actions.turn(step),
    }),
    heading(reading.document),
    p('hint data', versionOf(known, '')),
    trail(lookup, reading, groups, at),
    from > 0 && button(state, { label: '前の条も表示する', look: 'quiet', onPress: () => actions.widen(-1) }),
    groups
      .slice(from, to + 1)
      .map((group, index) => groupCard(state, lookup, reading, group, from + index === at, actions)),
    to < groups.length - 1 &&
      button(state, { label: '続きも表示する', look: 'quiet', onPress: () => actions.widen(1) }),
    outline(reading, groups, at, actions),
  );
}

const groupName = ({ address, heading: title }: Group, document: string): string =>
  [address === '' ? document : address, title].filter((text) => text !== '').join(' ');

/** Chapters around the place, outermost first. */
function trail(lookup: Lookup, reading: ReadingState, groups: readonly Group[], at: number): VNode | null {
  const path = lookup.pathOf(reading.document, groups[at]?.address ?? '').slice(0, -1);
  const book = lookup.shelf.books.get(reading.document);
  const unit = book?.find(groups[at]?.address ?? '') ?? null;
  const division = unit === null ? null : (book?.divisionOf(unit) ?? null);
  if (division === null) return path.length === 0 ? null : p('hit-path data', path.join(' › '));
  return p('hit-path data', [division.address, ...path].join(' › '));
}

function groupCard(
  state: State,
  lookup: Lookup,
  reading: ReadingState,
  group: Group,
  isHere: boolean,
  actions: Actions,
): VNode {
  const { document } = reading;
  const name = groupName(group, document);
  if (group.isDivision) return h('section', { class: 'division', 'aria-label': name }, h2('data', name));
  return h(
    'section',
    {
      class: isHere ? 'card article is-here' : 'card article',
      key: `${document} ${group.address}`,
      'aria-label': name,
      'aria-current': isHere ? 'location' : undefined,
    },
    h2('data', name),
    group.blocks
      .filter(({ text }) => text !== '')
      .map((block) => blockLine(state, lookup, reading, group, block, actions)),
  );
}

function blockLine(
  state: State,
  lookup: Lookup,
  reading: ReadingState,
  group: Group,
  block: Block,
  actions: Actions,
): VNode {
  const { document } = reading;
  const place = (words: string) => lookup.placeOf(words, document);
  const draw = linked(
    (words) => place(words) !== null,
    (words) => {
      const to = place(words);
      if (to !== null) actions.read(to, '');
    },
  );
  const short = block.address.startsWith(group.address) ? block.address.slice(group.address.length) : '';
  const cited = citationOf(document, block.address);
  const isHit = block.address === reading.address && block.address !== '';
  return div(
    `block${isHit ? ' is-hit' : ''}${short === '' ? ' is-whole' : ''}`,
    short !== '' && span('block-address', short),
    div('block-text data', ruleText(block.text, draw)),
    button(state, {
      label: '写す',
      look: 'quiet',
      icon: 'copy',
      spoken: `${cited}を番地つきで写す`,
      onPress: () =>
        void actions.copyRule({
          document,
          address: block.address,
          heading: block.heading === '' ? group.heading : block.heading,
          text: lookup.textAt(document, block.address, block.text),
        }),
    }),
  );
}

/** Every article of the document, to go to. */
function outline(reading: ReadingState, groups: readonly Group[], at: number, actions: Actions): VNode {
  return h(
    'details',
    { class: 'more', key: `outline ${reading.document}` },
    h('summary', {}, `${reading.document}の目次（${groups.length}）`),
    ul(
      'outline',
      groups.map((group, index) =>
        li(
          group.isDivision ? 'outline-division' : '',
          h(
            'button',
            {
              type: 'button',
              class: 'link data',
              'aria-current': index === at ? 'location' : undefined,
              on: {
                click: () =>
                  actions.read(
                    { document: reading.document, address: group.blocks[0]?.address ?? group.address },
                    '',
                  ),
              },
            },
            groupName(group, reading.document),
          ),
        ),
      ),
    ),
  );
}
