/** Answers filled in beforehand, for links. */
/** An answer to fill in beforehand; null for an item that takes no text. */
export function itemAnswer(
  item: GoogleAppsScript.Forms.Item,
  text: string,
): GoogleAppsScript.Forms.ItemResponse | null {
  switch (item.getType()) {
    case FormApp.ItemType.TEXT:
      return item.asTextItem().createResponse(text);
    case FormApp.ItemType.PARAGRAPH_TEXT:
      return item.asParagraphTextItem().createResponse(text);
    case FormApp.ItemType.MULTIPLE_CHOICE:
      return item.asMultipleChoiceItem().createResponse(text);
    case FormApp.ItemType.LIST:
      return item.asListItem().createResponse(text);
    default:
      return null;
  }
}
