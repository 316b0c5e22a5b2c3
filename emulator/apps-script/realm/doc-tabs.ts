/** Tabs of a document, and what each holds (https://developers.google.com/apps-script/reference/document/tab). */
import type { DocNode, DocTab } from '../../workspace/model.ts';
import { Body, FooterSection, HeaderSection } from './doc-blocks.ts';
import { TAB_TYPES } from './doc-enums.ts';
import { type Footnote, footnotesOf } from './doc-footnotes.ts';
import type { DocSession } from './doc-session.ts';
import type { EnumValue } from './enums.ts';
import { Face } from './face.ts';

/** The one face of a section, as the class it is. */
export function sectionOf<T extends Face>(
  session: DocSession,
  node: DocNode,
  kind: new (session: DocSession, node: DocNode) => T,
): T {
  const face = session.face(node);
  if (!(face instanceof kind)) throw new Error(`${node.type} is no ${kind.name}`);
  return face;
}

export class Tab extends Face {
  private readonly session: DocSession;
  private readonly tab: DocTab;
  private readonly index: number;
  private readonly isFirst: boolean;

  constructor(session: DocSession, tab: DocTab, index: number, isFirst: boolean) {
    super();
    this.session = session;
    this.tab = tab;
    this.index = index;
    this.isFirst = isFirst;
  }

  className_(): string {
    return 'Tab';
  }

  getId(): string {
    return this.tab.id;
  }

  getIndex(): number {
    return this.index;
  }

  getTitle(): string {
    this.session.read();
    return this.tab.title;
  }

  getType(): EnumValue {
    return TAB_TYPES.of_('DOCUMENT_TAB');
  }

  getChildTabs(): Tab[] {
    this.session.read();
    return (this.tab.tabs ?? []).map((tab, at) => new Tab(this.session, tab, at, false));
  }

  asDocumentTab(): DocumentTab {
    return new DocumentTab(this.session, this.tab, this.isFirst);
  }
}

/** https://developers.google.com/apps-script/reference/document/document-tab */
export class DocumentTab extends Face {
  private readonly session: DocSession;
  private readonly tab: DocTab;
  private readonly isFirst: boolean;

  constructor(session: DocSession, tab: DocTab, isFirst: boolean) {
    super();
    this.session = session;
    this.tab = tab;
    this.isFirst = isFirst;
  }

  className_(): string {
    return 'DocumentTab';
  }

  getBody(): Body {
    return sectionOf(this.session, this.tab.body, Body);
  }

  getFootnotes(): Footnote[] {
    return footnotesOf(this.session, this.tab.body);
  }

  /** The emulator keeps header and footer of the first tab only. */
  getHeader(): HeaderSection | null {
    this.session.read();
    const header = this.isFirst ? this.session.doc.header : undefined;
    return header === undefined ? null : sectionOf(this.session, header, HeaderSection);
  }

  getFooter(): FooterSection | null {
    this.session.read();
    const footer = this.isFirst ? this.session.doc.footer : undefined;
    return footer === undefined ? null : sectionOf(this.session, footer, FooterSection);
  }
}
