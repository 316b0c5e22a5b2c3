/** `DocumentApp` and documents (https://developers.google.com/apps-script/reference/document/document-app). */
import type { DocNode } from '../../workspace/model.ts';
import { call } from './bridge-client.ts';
import { Body, FooterSection, HeaderSection } from './doc-blocks.ts';
import * as enums from './doc-enums.ts';
import { type Footnote, footnotesOf } from './doc-footnotes.ts';
import { DocSession } from './doc-session.ts';
import { sectionOf, Tab } from './doc-tabs.ts';
import { assertTypes, Face, notImplemented, refusal } from './face.ts';

export class Document extends Face {
  private readonly session: DocSession;

  constructor(session: DocSession) {
    super();
    this.session = session;
  }

  className_(): string {
    return 'Document';
  }

  getId(): string {
    return this.session.doc.id;
  }

  getName(): string {
    return call('Document.getName', this.getId());
  }

  setName(name: string): Document {
    assertTypes('DocumentApp.Document', 'setName', [name], 'string');
    call('Document.setName', this.getId(), name);
    return this;
  }

  getUrl(): string {
    return `https://docs.google.com${call('Document.getUrl', this.getId())}`;
  }

  getBody(): Body {
    return sectionOf(this.session, this.session.doc.body, Body);
  }

  getHeader(): HeaderSection | null {
    this.session.read();
    const { header } = this.session.doc;
    return header === undefined ? null : sectionOf(this.session, header, HeaderSection);
  }

  getFooter(): FooterSection | null {
    this.session.read();
    const { footer } = this.session.doc;
    return footer === undefined ? null : sectionOf(this.session, footer, FooterSection);
  }

  /** Those of the first tab. */
  getFootnotes(): Footnote[] {
    return footnotesOf(this.session, this.session.doc.body);
  }

  /** https://developers.google.com/apps-script/reference/document/document#gettabs */
  getTabs(): Tab[] {
    const { id, body, tabs = [] } = this.session.doc;
    this.session.read();
    const first = { id: `t.${id}`, title: 'タブ 1', body };
    return [first, ...tabs].map((tab, at) => new Tab(this.session, tab, at, at === 0));
  }

  private added(which: 'header' | 'footer'): DocNode {
    if (this.session.doc[which] !== undefined) throw refusal(`Document already contains a ${which}.`);
    const node = this.session.node(`${which.toUpperCase()}_SECTION`, {
      children: [this.session.paragraph('')],
    });
    this.session.section(which, node);
    return node;
  }

  addHeader(): HeaderSection {
    return sectionOf(this.session, this.added('header'), HeaderSection);
  }

  addFooter(): FooterSection {
    return sectionOf(this.session, this.added('footer'), FooterSection);
  }

  /** The service gives a PDF; the emulator draws none, the page of the document prints instead. */
  getBlob(): Face {
    throw notImplemented('Document', 'getBlob');
  }

  getAs(contentType: string): Face {
    throw notImplemented('Document', `getAs('${String(contentType)}')`);
  }

  saveAndClose(): void {
    this.session.close();
  }
}

export class DocumentAppFace extends Face {
  readonly Attribute = enums.ATTRIBUTES;
  readonly ElementType = enums.ELEMENT_TYPES;
  readonly GlyphType = enums.GLYPH_TYPES;
  readonly HorizontalAlignment = enums.HORIZONTAL_ALIGNMENTS;
  readonly ParagraphHeading = enums.HEADINGS;
  readonly VerticalAlignment = enums.VERTICAL_ALIGNMENTS;

  className_(): string {
    return 'DocumentApp';
  }

  create(name: string): Document {
    assertTypes('DocumentApp', 'create', [name], 'string');
    return new Document(new DocSession(call('DocumentApp.create', name)));
  }

  openById(id: string): Document {
    assertTypes('DocumentApp', 'openById', [id], 'string');
    return new Document(new DocSession(call('DocumentApp.openById', id)));
  }

  openByUrl(url: string): Document {
    assertTypes('DocumentApp', 'openByUrl', [url], 'string');
    return this.openById(call('DocumentApp.idOfUrl', url));
  }

  /** Null: the script is bound to no document. */
  getActiveDocument(): Document | null {
    return null;
  }
}
