/**
 * Footnotes: an element in a paragraph, with a section of its own for what it says. No script can make one; people can
 * (https://developers.google.com/apps-script/reference/document/footnote).
 */
import type { DocNode } from '../../workspace/model.ts';
import { Container, Paragraph } from './doc-containers.ts';
import { Element } from './doc-elements.ts';
import { type DocSession, register } from './doc-session.ts';
import { refusal } from './face.ts';

export class Footnote extends Element {
  getFootnoteContents(): FootnoteSection | null {
    this.session_.read();
    const [section] = this.node_.children ?? [];
    if (section === undefined) return null;
    const face = this.session_.face(section);
    if (!(face instanceof FootnoteSection)) throw refusal('Invalid argument: element');
    return face;
  }
}

/** https://developers.google.com/apps-script/reference/document/footnote-section */
export class FootnoteSection extends Container {
  getParagraphs(): Paragraph[] {
    this.session_.read();
    return this.children_()
      .map((node) => this.session_.face(node))
      .filter((face): face is Paragraph => face instanceof Paragraph);
  }
}

/** Footnotes below a section, in reading order. */
export function footnotesOf(session: DocSession, section: DocNode): Footnote[] {
  session.read();
  const found: Footnote[] = [];
  const walk = (node: DocNode): void => {
    const face = node.type === 'FOOTNOTE' ? session.face(node) : null;
    if (face instanceof Footnote) found.push(face);
    else for (const child of node.children ?? []) walk(child);
  };
  walk(section);
  return found;
}

register('FOOTNOTE', (session, node) => new Footnote(session, node));
register('FOOTNOTE_SECTION', (session, node) => new FootnoteSection(session, node));
