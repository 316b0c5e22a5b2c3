/** A small add-on for the tests of this folder: every widget, every move of the stack, access to a file, a message. */

export const clerk = 'clerk@example.jp';

export const manifest = {
  timeZone: 'Asia/Tokyo',
  oauthScopes: [
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/script.locale',
    'https://www.googleapis.com/auth/gmail.addons.execute',
    'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
  ],
  addOns: {
    common: {
      name: '見本キット',
      logoUrl: 'https://example.jp/logo.png',
      useLocaleFromApp: true,
      homepageTrigger: { runFunction: 'onHome' },
      openLinkUrlPrefixes: ['https://example.jp/', 'https://docs.google.com/'],
      universalActions: [
        { label: '使い方', openLink: 'https://example.jp/help' },
        { label: '設定', runFunction: 'onSettings' },
      ],
    },
    sheets: {
      homepageTrigger: { runFunction: 'onSheet' },
      onFileScopeGrantedTrigger: { runFunction: 'onGranted' },
    },
    drive: { onItemsSelectedTrigger: { runFunction: 'onItems' } },
    gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'onMessage' }] },
  },
};

export const code = `
function act(name, parameters) {
  const action = CardService.newAction().setFunctionName(name);
  return parameters ? action.setParameters(parameters) : action;
}
function button(text, name, parameters) {
  return CardService.newTextButton().setText(text).setOnClickAction(act(name, parameters));
}
function text(words) { return CardService.newTextParagraph().setText(words); }
function card(title, widgets, name) {
  const section = CardService.newCardSection();
  for (const widget of widgets) section.addWidget(widget);
  const builder = CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle(title)).addSection(section);
  return (name ? builder.setName(name) : builder).build();
}
function answer(navigation, words) {
  const builder = CardService.newActionResponseBuilder();
  if (navigation) builder.setNavigation(navigation);
  if (words) builder.setNotification(CardService.newNotification().setText(words));
  return builder.build();
}
function nav() { return CardService.newNavigation(); }
function seen(e) { return text(JSON.stringify(e)); }

function onHome(e) { return card('ホーム', [seen(e), button('進む', 'onPush', { to: '一' })], 'home'); }
function onSheet(e) {
  if (!e.sheets.addonHasFileScopePermission) {
    return card('はじめに', [seen(e), button('このファイルで使う', 'onAsk')]);
  }
  return card(e.sheets.title, [seen(e), text(String(SpreadsheetApp.getActiveSpreadsheet()))], 'sheet');
}
function onAsk() {
  return CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build();
}
function onOther(e) {
  return answer(null, SpreadsheetApp.openById(e.commonEventObject.parameters.id).getName());
}
function onGranted(e) { return card('許可されました', [seen(e), button('進む', 'onPush', { to: '一' })], 'granted'); }
function onItems(e) { return e.drive.selectedItems.map((item) => card(item.title, [seen(e), button('許可', 'onAskItem', { id: item.id })])); }
function onAskItem(e) {
  return CardService.newDriveItemsSelectedActionResponseBuilder()
    .requestFileScope(e.commonEventObject.parameters.id).build();
}
function onMessage(e) {
  GmailApp.setCurrentMessageAccessToken(e.gmail.accessToken);
  const message = GmailApp.getMessageById(e.gmail.messageId);
  let body = '';
  try { body = message.getPlainBody(); } catch (error) { body = error.message; }
  return [card('差出人', [text(message.getFrom() + '／' + message.getSubject()), text(body)]), card('申込', [text('なし')])];
}
function withoutToken(e) { return card('x', [text(GmailApp.getMessageById(e.gmail.messageId).getSubject())]); }

function onPush(e) {
  const to = e.commonEventObject.parameters.to;
  return answer(nav().pushCard(card(to, [
    seen(e),
    button('さらに', 'onPush', { to: to + '一' }),
    button('はじめへ', 'onRoot'),
    button('一へ', 'onNamed', { name: '一' }),
    button('戻って書き換え', 'onReplace'),
    button('知らせ', 'onTell'),
    button('リンク', 'onLink', { url: 'https://example.jp/a' }),
    button('外のリンク', 'onLink', { url: 'https://evil.example/' }),
    button('失敗', 'onFail'),
    button('遅い', 'onSlow'),
    button('組み立て忘れ', 'onUnbuilt'),
    button('ない関数', 'onNowhere'),
    button('入れ子', 'inner.deep'),
  ], to)));
}
function onRoot() { return answer(nav().popToRoot()); }
function onNamed(e) { return answer(nav().popToNamedCard(e.commonEventObject.parameters.name)); }
function onReplace() { return answer(nav().popCard().updateCard(card('書き換えた', [text('新')], 'new')), '書き換えました'); }
function onTell() { return answer(null, '<b>しました</b>'); }
function onLink(e) {
  const url = e.commonEventObject.parameters.url;
  return CardService.newActionResponseBuilder().setOpenLink(CardService.newOpenLink().setUrl(url)).build();
}
function onFail() { throw new Error('だめでした'); }
function onSlow() { Utilities.sleep(31000); return answer(null, '終わりました'); }
function onUnbuilt() { return CardService.newCardBuilder(); }
const inner = { deep() { return answer(null, 'x'); } };
function onSettings() {
  return CardService.newUniversalActionResponseBuilder().displayAddOnCards([card('設定', [text('なし')])]).build();
}
function onForm(e) { return answer(nav().pushCard(card('受け取り', [seen(e)]))); }
function onGrid(e) { return answer(null, e.commonEventObject.parameters.grid_item_identifier); }
function everyWidget() {
  const C = CardService;
  const icon = (name) => C.newIconImage().setIcon(C.Icon[name]);
  const rows = C.newCardSection().setHeader('受付').setCollapsible(true).setNumUncollapsibleWidgets(2);
  for (const name of ['見本商店', '株式会社 見本製作所（本社工場・第二倉庫・配送センター）', '見本食堂', '見本工務店']) {
    rows.addWidget(C.newDecoratedText().setTopLabel('入会申込　4月1日').setText(name).setBottomLabel('要確認 2件')
      .setStartIcon(icon('STORE')).setWrapText(true).setOnClickAction(act('onPush', { to: name }))
      .setButton(button('承認', 'onTell')));
  }
  const form = C.newCardSection().setHeader('フォームを作る')
    .addWidget(C.newTextInput().setFieldName('title').setTitle('名前').setHint('一覧に出る名前です').setValue('入会申込'))
    .addWidget(C.newTextInput().setFieldName('note').setTitle('メモ').setMultiline(true))
    .addWidget(C.newSelectionInput().setFieldName('kind').setTitle('種類').setType(C.SelectionInputType.DROPDOWN)
      .addItem('入会申込', 'join', false).addItem('セミナー', 'seminar', true))
    .addWidget(C.newSelectionInput().setFieldName('who').setTitle('対象').setType(C.SelectionInputType.RADIO_BUTTON)
      .addItem('会員', 'member', true).addItem('会員以外', 'other', false))
    .addWidget(C.newSelectionInput().setFieldName('mail').setTitle('送るもの').setType(C.SelectionInputType.CHECK_BOX)
      .addItem('受付の控え', 'copy', true).addItem('前日のお知らせ', 'day', false))
    .addWidget(C.newDatePicker().setFieldName('date').setTitle('開催日').setValueInMsSinceEpoch(1775001600000))
    .addWidget(C.newTimePicker().setFieldName('time').setTitle('開始').setHours(9).setMinutes(30))
    .addWidget(C.newDateTimePicker().setFieldName('until').setTitle('締切').setValueInMsSinceEpoch(1775001600000))
    .addWidget(C.newDecoratedText().setText('公開する').setBottomLabel('オフのあいだは回答できません')
      .setSwitchControl(C.newSwitch().setFieldName('open').setValue('yes').setSelected(true)));
  const rest = C.newCardSection()
    .addWidget(text('<b>太字</b>・<i>斜体</i>・<u>下線</u>・<s>取消</s><br><font color="#c5221f">赤い字</font>と<a href="https://example.jp/">リンク</a>。<script>alert(1)</script> & <h1>見出し</h1>'))
    .addWidget(C.newDivider())
    .addWidget(C.newKeyValue().setTopLabel('点検').setContent('異常なし').setIcon(C.Icon.BOOKMARK))
    .addWidget(C.newImage().setImageUrl('https://example.jp/a.png').setAltText('案内図'))
    .addWidget(C.newButtonSet().addButton(button('下見', 'onTell'))
      .addButton(C.newTextButton().setText('使えません').setDisabled(true).setOnClickAction(act('onTell')))
      .addButton(C.newImageButton().setIcon(C.Icon.EMAIL).setAltText('メールを書く').setOnClickAction(act('onTell'))))
    .addWidget(C.newGrid().setTitle('雛形').setNumColumns(2).setOnClickAction(act('onGrid'))
      .addItem(C.newGridItem().setIdentifier('join').setTitle('入会申込').setSubtitle('12問'))
      .addItem(C.newGridItem().setIdentifier('seminar').setTitle('セミナー').setSubtitle('8問')));
  return C.newCardBuilder()
    .setHeader(C.newCardHeader().setTitle('今日の受付').setSubtitle('4月1日（水）　新着 4件'))
    .addSection(rows).addSection(form).addSection(rest)
    .addCardAction(C.newCardAction().setText('台帳を開く').setOpenLink(C.newOpenLink().setUrl('https://example.jp/ledger')))
    .setFixedFooter(C.newFixedFooter().setPrimaryButton(button('作る', 'onForm')).setSecondaryButton(button('やめる', 'onTell')))
    .build();
}
`;
