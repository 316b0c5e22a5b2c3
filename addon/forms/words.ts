/** Short words that several screens of the page use. */

/** 「自所の変更 5か所」 */
export function ownWords(changes: number): string {
  return changes === 0 ? '自所の変更なし' : `自所の変更 ${changes}か所`;
}

/** What stands for an empty text. */
export const or = (text: string): string => (text === '' ? '（空）' : text);
