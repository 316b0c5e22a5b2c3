/** Prefilled links and responses that a script makes: what each kind of question takes, and what the address carries. */
import type { Case } from './kit.ts';

const FORMS = 'https://developers.google.com/apps-script/reference/forms';
const PREFILL = `${FORMS}/form-response#toprefilledurl`;

/** Names and values of a link's query, in order. */
function pairsOf(url: string): string[][] {
  const query = url.split('?')[1] ?? '';
  return query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return [name, decodeURIComponent(value.replace(/\+/g, ' '))];
  });
}
const entries = (url: string): string[][] => pairsOf(url).filter(([name = '']) => name.startsWith('entry.'));

export const prefill: Case[] = [
  {
    name: 'toPrefilledUrl__text__carries_the_value_encoded',
    source: PREFILL,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      const text = 'a&b=c% +#𠮷';
      const url = form.createResponse().withItemResponse(item.createResponse(text)).toPrefilledUrl();
      kit.ok(/\/viewform\?/.test(url), url);
      kit.equal(pairsOf(url)[0], ['usp', 'pp_url']);
      kit.equal(
        entries(url).map(([, value]) => value),
        [text],
      );
    },
  },
  {
    name: 'toPrefilledUrl__newline__comes_through',
    source: PREFILL,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addParagraphTextItem();
      const url = form.createResponse().withItemResponse(item.createResponse('一\n二')).toPrefilledUrl();
      kit.equal(entries(url)[0]?.[1], '一\n二');
    },
  },
  {
    name: 'toPrefilledUrl__number_of_the_question__is_not_the_item_id',
    source: 'https://github.com/oshliaer/google-apps-script-snippets/issues/17',
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      const url = form.createResponse().withItemResponse(item.createResponse('x')).toPrefilledUrl();
      const name = entries(url)[0]?.[0] ?? '';
      kit.ok(/^entry\.\d+$/.test(name) && name !== `entry.${item.getId()}`, name);
    },
  },
  {
    name: 'toPrefilledUrl__checkbox__names_the_question_once_a_choice',
    source: PREFILL,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addCheckboxItem().setChoiceValues(['一', '二', '三']);
      const url = form
        .createResponse()
        .withItemResponse(item.createResponse(['一', '三']))
        .toPrefilledUrl();
      const [first, second] = entries(url);
      kit.equal([first?.[1], second?.[1]], ['一', '三']);
      kit.equal(first?.[0], second?.[0]);
    },
  },
  {
    name: 'toPrefilledUrl__grid__has_a_number_a_row',
    source: PREFILL,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addGridItem().setRows(['上', '下']).setColumns(['可', '否']);
      const url = form
        .createResponse()
        .withItemResponse(item.createResponse(['可', '否']))
        .toPrefilledUrl();
      const [first, second] = entries(url);
      kit.equal([first?.[1], second?.[1]], ['可', '否']);
      kit.ok(first?.[0] !== second?.[0], '行ごとの番号');
    },
  },
  {
    name: 'toPrefilledUrl__date__is_year_month_day',
    source: PREFILL,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addDateItem();
      const url = form
        .createResponse()
        .withItemResponse(item.createResponse(new Date(2026, 3, 1)))
        .toPrefilledUrl();
      kit.equal(entries(url)[0]?.[1], '2026-04-01');
    },
  },
  {
    name: 'createResponse__nothing_answered__still_gives_a_link',
    source: PREFILL,
    documented: false,
    run(kit) {
      const form = kit.form();
      form.addTextItem();
      kit.equal(entries(form.createResponse().toPrefilledUrl()), []);
    },
  },
  {
    name: 'createResponse__choice_that_is_not_offered__throws',
    source: `${FORMS}/multiple-choice-item#createresponseresponse`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const radio = form.addMultipleChoiceItem().setChoiceValues(['一', '二']);
      kit.throws(() => radio.createResponse('三'));
      const boxes = form.addCheckboxItem().setChoiceValues(['一', '二']);
      kit.throws(() => boxes.createResponse(['一', '三']));
    },
  },
  {
    name: 'createResponse__time_and_duration__take_their_parts',
    source: `${FORMS}/time-item#createresponsehour,-minute`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const time = form.addTimeItem().createResponse(9, 5);
      const duration = form.addDurationItem().createResponse(1, 2, 3);
      kit.equal([time.getResponse(), duration.getResponse()], ['09:05', '01:02:03']);
    },
  },
  {
    name: 'createResponse__grid__row_left_out_is_null',
    source: `${FORMS}/grid-item#createresponseresponses`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addGridItem().setRows(['上', '下']).setColumns(['可', '否']);
      const empty: string = JSON.parse('null');
      kit.equal(item.createResponse([empty, '否']).getResponse(), [null, '否']);
      kit.throws(() => item.createResponse(['可', '無い列']));
    },
  },
  {
    name: 'submit__draft__gets_an_id',
    source: `${FORMS}/form-response#submit`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      const response = form.createResponse().withItemResponse(item.createResponse('x'));
      kit.ok(response.submit().getId() !== null, '番号');
    },
  },
];
