/** What is looked at: survey and wave, region, industry, and the question that is broken down. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div } from '../../sidebar/dom/tags.ts';
import type {
  DashboardFigures,
  DashboardPlace,
  DashboardView,
  Level,
} from '../../view/dashboard-protocol.ts';
import type { Actions } from '../actions/index.ts';

interface Select {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Names are long: a line of its own on a telephone. */
  readonly isWide?: boolean;
  readonly onPick: (value: string) => void;
}

const option = (value: string, label: string, isOn: boolean): VNode =>
  h('option', { value, key: value, selected: isOn }, label);

function select({ id, label, value, isWide = false, onPick }: Select, options: readonly VNode[]): VNode {
  return h(
    'div',
    { class: isWide ? 'pick pick-wide' : 'pick', key: id },
    h('label', { class: 'pick-label', for: id }, label),
    h('select', { id, value, on: { change: (event) => onPick(inputValue(event)) } }, options),
  );
}

/** Places under the larger region that they lie in. */
function placeOptions(places: readonly DashboardPlace[], value: string): readonly VNode[] {
  const groups = new Map<string, DashboardPlace[]>();
  for (const place of places) groups.set(place.within, [...(groups.get(place.within) ?? []), place]);
  return [...groups].flatMap(([within, own]) => {
    const options = own.map(({ name }) => option(name, name, name === value));
    return within === '' ? options : [h('optgroup', { label: within, key: `in-${within}` }, options)];
  });
}

export function chooser(view: DashboardView, figures: DashboardFigures, actions: Actions): VNode {
  const { choice } = figures;
  const levelLabel = figures.levels.find(({ level }) => level === choice.level)?.label ?? '';
  return h(
    'form',
    {
      class: 'chooser',
      'aria-label': '見るものを選ぶ',
      on: { submit: (event) => event.preventDefault() },
    },
    select(
      {
        id: 'round',
        isWide: true,
        label: '調査と回',
        value: choice.roundId,
        onPick: (roundId) => actions.choose({ roundId }),
      },
      view.rounds.map((one) =>
        option(one.roundId, `${one.survey}　${one.wave}`, one.roundId === choice.roundId),
      ),
    ),
    select(
      {
        id: 'level',
        label: '地域',
        value: choice.level,
        onPick: (level) => actions.chooseLevel(levelOf(figures, level)),
      },
      figures.levels.map(({ level, label }) => option(level, label, level === choice.level)),
    ),
    choice.level !== 'nation' &&
      select(
        {
          id: 'place',
          isWide: true,
          label: levelLabel,
          value: choice.name,
          onPick: (name) => actions.choose({ name }),
        },
        placeOptions(figures.places, choice.name),
      ),
    figures.industries.length > 0 &&
      select(
        {
          id: 'industry',
          label: '業種',
          value: choice.industry,
          onPick: (industry) => actions.choose({ industry }),
        },
        [
          option('', '全業種', choice.industry === ''),
          ...figures.industries.map((one) => option(one, one, one === choice.industry)),
        ],
      ),
    figures.questions.length > 1 &&
      select(
        {
          id: 'question',
          label: 'くらべる項目',
          value: choice.question,
          onPick: (question) => actions.choose({ question }),
        },
        figures.questions.map(({ key, label }) => option(key, label, key === choice.question)),
      ),
    div(
      'chooser-end',
      h(
        'button',
        { type: 'button', class: 'button button-plain', on: { click: () => actions.print() } },
        '印刷',
      ),
    ),
  );
}

const levelOf = (figures: DashboardFigures, value: string): Level =>
  figures.levels.find(({ level }) => level === value)?.level ?? 'nation';
