/** A script that makes a form with every kind of item, for the tests of its pages and for looking at them. */
export const everyKind = `
function makeEveryKind() {
  const form = FormApp.create('見本アンケート', true).setTitle('会員サービスについてのアンケート')
    .setDescription('見本商工会議所の会員のみなさまにうかがいます。5分ほどで終わります。')
    .setConfirmationMessage('ご回答ありがとうございました。結果は会報でお知らせします。')
    .setProgressBar(true).setAllowResponseEdits(true);
  form.addTextItem().setTitle('事業所名').setRequired(true);
  form.addTextItem().setTitle('従業員数').setHelpText('アルバイトを含めた人数です。')
    .setValidation(FormApp.createTextValidation().requireNumberBetween(0, 300).build());
  const type = form.addMultipleChoiceItem().setTitle('事業の形').setRequired(true);
  form.addCheckboxItem().setTitle('利用したことのある相談').setHelpText('いくつでも選べます。')
    .setChoiceValues(['経営相談', '税務相談', '創業相談', '専門家の派遣']).showOtherOption(true)
    .setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(3).build());
  form.addListItem().setTitle('所在地の地区').setChoiceValues(['中央地区', '東地区', '西地区', '南地区']);
  const corporate = form.addPageBreakItem().setTitle('法人の方へ').setHelpText('決算の月をもとに、相談会の時期をお知らせします。');
  form.addScaleItem().setTitle('窓口の対応').setBounds(0, 10).setLabels('不満', '満足').setRequired(true);
  form.addRatingItem().setTitle('会報の読みやすさ').setRatingScaleLevel(5).setRatingIcon(FormApp.RatingIconType.STAR);
  form.addRatingItem().setTitle('もう一度参加したいセミナー').setRatingScaleLevel(10).setRatingIcon(FormApp.RatingIconType.HEART);
  form.addGridItem().setTitle('サービスごとの満足度').setRows(['セミナー', '共済・保険', '交流会']).setColumns(['満足', 'ふつう', '不満', '利用なし']).setRequired(true);
  form.addCheckboxGridItem().setTitle('参加できる時間帯').setHelpText('同じ時間帯は、1つの曜日だけ選んでください。').setRows(['火曜', '木曜']).setColumns(['午前', '午後', '夜'])
    .setValidation(FormApp.createCheckboxGridValidation().setHelpText('同じ時間帯は1つの曜日だけ選べます').requireLimitOneResponsePerColumn().build());
  const sole = form.addPageBreakItem().setTitle('日時について').setHelpText('わかる範囲でお答えください。');
  form.addDateItem().setTitle('次の決算日');
  form.addDateItem().setTitle('創業記念日').setIncludesYear(false);
  form.addDateTimeItem().setTitle('面談の希望日時');
  form.addTimeItem().setTitle('電話のつながる時刻');
  form.addDurationItem().setTitle('1回の相談に使える時間');
  form.addSectionHeaderItem().setTitle('会館のご案内').setHelpText('地図と動画をご覧ください。');
  form.addImageItem().setTitle('会館の地図').setHelpText('駅から歩いて5分です。').setWidth(320).setAlignment(FormApp.Alignment.CENTER)
    .setImage(Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAKAAAABaAgMAAABCqLXBAAAADFBMVEXs5tb///+yOyWfwKjrbMg0AAAAQ0lEQVR42u3UsQkAIBBD0Sx5O4pTuJki2NhdIYHD/+vXJtJdhHIBgbVh3zUgsBg0bCaSAR9BrtkO52kAgcD/IP/ohAvoDsr0XyTA/wAAAABJRU5ErkJggg=='), 'image/png', '地図.png'));
  form.addVideoItem().setTitle('会館の紹介').setVideoUrl('abcdefghijk');
  form.addParagraphTextItem().setTitle('ご意見').setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(400).build());
  type.setChoices([type.createChoice('法人', corporate), type.createChoice('個人事業', sole)]);
  return form.getId();
}`;
