/** CardService: builders, what they refuse, and the JSON they print. Only what needs no host; clicking is held by emulator/web/cards. */
import type { Case, Kit } from './kit.ts';

const REF = 'https://developers.google.com/apps-script/reference/card-service';
const RPC = 'https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1';

const paragraph = (): GoogleAppsScript.Card_Service.TextParagraph =>
  CardService.newTextParagraph().setText('本文');
const action = (): GoogleAppsScript.Card_Service.Action =>
  CardService.newAction().setFunctionName('contractHandler');

/** Holds an action with parameters that the types do not allow. */
function setParameters(value: unknown): unknown {
  const made: { setParameters(given: unknown): unknown } = CardService.newAction();
  return made.setParameters(value);
}

function printed(card: GoogleAppsScript.Card_Service.Card): {
  header?: { title?: string };
  name?: string;
  sections?: { header?: string; widgets?: Record<string, unknown>[] }[];
} {
  return JSON.parse(card.printJson());
}

/** Keys in one order, so that two values compare by what they hold. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}

/** The only widget of a card made of this one, as it prints. */
function widget(given: GoogleAppsScript.Card_Service.Widget): unknown {
  const section = CardService.newCardSection().addWidget(given);
  return printed(CardService.newCardBuilder().addSection(section).build()).sections?.[0]?.widgets?.[0];
}

export const cards: Case[] = [
  {
    name: 'card__header_alone__builds',
    source: `${REF}/card-service`,
    documented: true,
    run(kit) {
      const header = CardService.newCardHeader().setTitle('題');
      kit.equal(printed(CardService.newCardBuilder().setHeader(header).build()).header?.title, '題');
    },
  },
  {
    name: 'card__name__is_kept_for_navigation',
    source: `${REF}/card-builder#setnamename`,
    documented: true,
    run(kit) {
      kit.equal(printed(CardService.newCardBuilder().setName('一覧').build()).name, '一覧');
    },
  },
  {
    name: 'section__101_widgets__throws',
    source: `${REF}/card-section#addwidgetwidget`,
    documented: true,
    run(kit) {
      const section = CardService.newCardSection();
      for (let n = 0; n < 100; n++) section.addWidget(paragraph());
      kit.throws(() => {
        section.addWidget(paragraph());
        CardService.newCardBuilder().addSection(section).build();
      });
    },
  },
  {
    name: 'card__101_sections__throws',
    source: 'https://developers.google.com/workspace/add-ons/concepts/cards',
    documented: true,
    run(kit) {
      const builder = CardService.newCardBuilder();
      for (let n = 0; n < 100; n++) builder.addSection(CardService.newCardSection().addWidget(paragraph()));
      kit.throws(() => builder.addSection(CardService.newCardSection().addWidget(paragraph())).build());
    },
  },
  {
    name: 'section__widget_added_after_it_was_given__does_not_reach_the_card',
    source: 'public report of an add-on maker (docs/platform.md)',
    documented: false,
    run(kit) {
      const section = CardService.newCardSection().addWidget(paragraph());
      const builder = CardService.newCardBuilder().addSection(section);
      section.addWidget(paragraph());
      kit.equal(printed(builder.build()).sections?.[0]?.widgets?.length, 1);
    },
  },
  {
    name: 'action__parameter_not_a_string__throws',
    source: `${REF}/action#setparametersparameters`,
    documented: true,
    run(kit) {
      for (const value of [{ n: 1 }, { n: null }, { n: ['a'] }, { n: true }]) {
        kit.throws(() => setParameters(value));
      }
      setParameters({ n: '1' });
    },
  },
  {
    name: 'action__without_function_name__throws',
    source: `${REF}/action#setfunctionnamefunctionname`,
    documented: true,
    run(kit) {
      kit.throws(() => {
        const button = CardService.newTextButton().setText('押す').setOnClickAction(CardService.newAction());
        const section = CardService.newCardSection().addWidget(button);
        CardService.newCardBuilder().addSection(section).build();
      });
    },
  },
  {
    name: 'button__without_action__throws',
    source: 'public report of an add-on maker (docs/platform.md)',
    documented: false,
    run(kit) {
      kit.throws(() => CardService.newButtonSet().addButton(CardService.newTextButton().setText('押す')));
    },
  },
  {
    name: 'picture__svg_or_data_address__throws',
    source: 'https://developers.google.com/workspace/add-ons/guides/workspace-restrictions',
    documented: false,
    run(kit) {
      kit.throws(() => CardService.newImage().setImageUrl('https://example.jp/a.svg'));
      kit.throws(() => CardService.newIconImage().setIconUrl('data:image/png;base64,AA=='));
      CardService.newImage().setImageUrl('https://example.jp/a.png');
    },
  },
  {
    name: 'input__same_field_name_twice__throws',
    source: `${REF}/text-input#setfieldnamefieldname`,
    documented: false,
    run(kit) {
      const field = (): GoogleAppsScript.Card_Service.TextInput =>
        CardService.newTextInput().setFieldName('a').setTitle('題');
      kit.throws(() =>
        CardService.newCardBuilder()
          .addSection(CardService.newCardSection().addWidget(field()).addWidget(field()))
          .build(),
      );
    },
  },
  {
    name: 'input__without_field_name__throws',
    source: `${REF}/text-input#setfieldnamefieldname`,
    documented: false,
    run(kit) {
      kit.throws(() => CardService.newCardSection().addWidget(CardService.newTextInput().setTitle('題')));
    },
  },
  {
    name: 'selection__numbers__become_text',
    source: `${REF}/selection-input#additemtext,-value,-selected`,
    documented: true,
    run(kit) {
      const select = CardService.newSelectionInput()
        .setFieldName('s')
        .setType(CardService.SelectionInputType.DROPDOWN)
        .addItem(1, 2, true);
      kit.equal(
        sorted(widget(select)),
        sorted({
          selectionInput: {
            name: 's',
            type: 'DROPDOWN',
            items: [{ text: '1', value: '2', selected: true }],
          },
        }),
      );
    },
  },
  {
    name: 'decorated_text__parts__print_as_the_card_schema_says',
    source: `${RPC}#google.apps.card.v1.DecoratedText`,
    documented: false,
    run(kit) {
      const made = CardService.newDecoratedText()
        .setTopLabel('上')
        .setText('<b>本文</b>')
        .setBottomLabel('下')
        .setWrapText(true)
        .setStartIcon(CardService.newIconImage().setIcon(CardService.Icon.PERSON))
        .setButton(CardService.newTextButton().setText('承認').setOnClickAction(action()));
      kit.equal(
        sorted(widget(made)),
        sorted({
          decoratedText: {
            topLabel: '上',
            text: '<b>本文</b>',
            bottomLabel: '下',
            wrapText: true,
            startIcon: { knownIcon: 'PERSON' },
            button: { text: '承認', onClick: { action: { function: 'contractHandler' } } },
          },
        }),
      );
    },
  },
  {
    name: 'button__alone__is_a_list_of_one',
    source: `${RPC}#google.apps.card.v1.ButtonList`,
    documented: false,
    run(kit) {
      const made = CardService.newTextButton().setText('押す').setOnClickAction(action());
      kit.equal(
        sorted(widget(made)),
        sorted({
          buttonList: { buttons: [{ text: '押す', onClick: { action: { function: 'contractHandler' } } }] },
        }),
      );
    },
  },
  {
    name: 'navigation__chain__keeps_its_order',
    source: `${REF}/navigation`,
    documented: false,
    run(kit) {
      const card = CardService.newCardBuilder().setName('甲').build();
      const made = CardService.newNavigation().popToRoot().popToNamedCard('乙').updateCard(card);
      const response = CardService.newActionResponseBuilder().setNavigation(made).build();
      kit.equal(
        sorted(JSON.parse(response.printJson())),
        sorted({
          renderActions: {
            action: {
              navigations: [{ popToRoot: true }, { popToCard: '乙' }, { updateCard: { name: '甲' } }],
            },
          },
        }),
      );
    },
  },
  {
    name: 'response__link_and_notification__print',
    source: `${REF}/action-response-builder`,
    documented: false,
    run(kit) {
      const response = CardService.newActionResponseBuilder()
        .setNotification(CardService.newNotification().setText('しました'))
        .setOpenLink(CardService.newOpenLink().setUrl('https://example.jp/'))
        .build();
      kit.equal(
        sorted(JSON.parse(response.printJson())),
        sorted({
          renderActions: {
            action: { notification: { text: 'しました' }, link: { url: 'https://example.jp/' } },
          },
        }),
      );
    },
  },
  {
    name: 'response__of_nothing__throws',
    source: `${REF}/action-response-builder#build`,
    documented: false,
    run(kit) {
      kit.throws(() => CardService.newActionResponseBuilder().build());
    },
  },
  {
    name: 'setter__wrong_type__throws',
    source: `${REF}/text-paragraph#settexttext`,
    documented: false,
    run(kit: Kit) {
      const made: { setText(given: unknown): unknown } = CardService.newTextParagraph();
      kit.throws(() => made.setText({}), /TextParagraph\.setText/);
    },
  },
];
