/** An answer in sentences: cut at 。 and at line ends, never inside of brackets or quotations. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    let depth = 0;
    let from = 0;
    for (let at = 0; at < line.length; at += 1) {
      const character = line[at] ?? '';
      if ('「『（(〔'.includes(character)) depth += 1;
      if ('」』）)〕'.includes(character)) depth = Math.max(0, depth - 1);
      if (depth > 0 || !'。？！'.includes(character)) continue;
      // 「…。」（定款第5条）: a citation right behind belongs to what it stands behind.
      const rest = line.slice(at + 1);
      const behind = /^[\s\u3000]*[（(〔[][^）)〕\]]*[）)〕\]]/.exec(rest)?.[0].length ?? 0;
      found.push(line.slice(from, at + 1 + behind));
      at += behind;
      from = at + 1;
    }
    if (from < line.length) found.push(line.slice(from));
  }
  return found.filter((sentence) => sentence.trim() !== '');
}
