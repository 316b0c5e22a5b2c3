/**
 * Holds the faces to the names of the published types: a member that the platform does not have is a compile error
 * here. Parameters and results are not compared (a face sees unwrapped values); the contract cases, which are written
 * against the published types, hold those. Types only; nothing of this reaches a realm.
 */
import type { Blob } from './blob.ts';
import type { GmailMessage } from './card-mail.ts';
import type { EmbeddedChart, EmbeddedChartBuilder } from './charts.ts';
import type { Body, FooterSection, HeaderSection, Table, TableCell, TableRow } from './doc-blocks.ts';
import type { ListItem, Paragraph } from './doc-containers.ts';
import type { HorizontalRule, InlineImage, PageBreak } from './doc-elements.ts';
import type { Footnote, FootnoteSection } from './doc-footnotes.ts';
import type { DocumentTab, Tab } from './doc-tabs.ts';
import type { Text } from './doc-text.ts';
import type { Document, DocumentAppFace } from './document-app.ts';
import type { DriveAppFace, File, Folder } from './drive.ts';
import type { Form, FormAppFace } from './form-app.ts';
import type { Choice } from './form-choices.ts';
import type { Item } from './form-items.ts';
import type { FormResponse, ItemResponse } from './form-responses.ts';
import type { HtmlOutput, HtmlServiceFace } from './html.ts';
import type { GmailAppFace, MailAppFace } from './mail.ts';
import type { Protection } from './protection.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import type { ScriptAppFace, Trigger } from './script-app.ts';
import type { Sheet } from './sheet.ts';
import type { ConditionalFormatRuleBuilder, DataValidation, DataValidationBuilder } from './sheet-rules.ts';
import type {
  CacheServiceFace,
  LockServiceFace,
  LoggerFace,
  PropertiesServiceFace,
  SessionFace,
} from './small-services.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { SpreadsheetAppFace } from './spreadsheet-app.ts';
import type { TextFinder } from './text-finder.ts';
import type { Ui } from './ui.ts';
import type { HTTPResponse, UrlFetchAppFace } from './url-fetch.ts';
import type { UtilitiesFace } from './utilities.ts';
import type { ContentServiceFace, TextOutput } from './web-app.ts';

import S = GoogleAppsScript.Spreadsheet;
import F = GoogleAppsScript.Forms;
import D = GoogleAppsScript.Document;

/** Members of a face that the real class lacks; ours end in `_`. */
type Invented<Ours, Real> = Exclude<keyof Ours, keyof Real | `${string}_`>;
/** Compiles only when nothing was invented. */
type Holds<T extends never> = T;

type AnyItem = F.TextItem &
  F.ParagraphTextItem &
  F.MultipleChoiceItem &
  F.CheckboxItem &
  F.ListItem &
  F.ScaleItem &
  F.GridItem &
  F.CheckboxGridItem &
  F.DateItem &
  F.DateTimeItem &
  F.TimeItem &
  F.DurationItem &
  F.PageBreakItem &
  F.ImageItem &
  F.VideoItem &
  F.RatingItem;

export type PublishedMembers = [
  Holds<Invented<SpreadsheetAppFace, S.SpreadsheetApp>>,
  Holds<Invented<Spreadsheet, S.Spreadsheet>>,
  Holds<Invented<Sheet, S.Sheet>>,
  Holds<Invented<Range, S.Range>>,
  Holds<Invented<RangeList, S.RangeList>>,
  Holds<Invented<EmbeddedChart, S.EmbeddedChart>>,
  Holds<Invented<EmbeddedChartBuilder, S.EmbeddedChartBuilder>>,
  Holds<Invented<Protection, S.Protection>>,
  Holds<Invented<TextFinder, S.TextFinder>>,
  Holds<Invented<DataValidation, S.DataValidation>>,
  Holds<Invented<DataValidationBuilder, S.DataValidationBuilder>>,
  Holds<Invented<ConditionalFormatRuleBuilder, S.ConditionalFormatRuleBuilder>>,
  Holds<Invented<FormAppFace, F.FormApp>>,
  Holds<Invented<Form, F.Form>>,
  Holds<Invented<Choice, F.Choice>>,
  Holds<Invented<Item, AnyItem>>,
  Holds<Invented<FormResponse, F.FormResponse>>,
  Holds<Invented<ItemResponse, F.ItemResponse>>,
  Holds<Invented<DocumentAppFace, D.DocumentApp>>,
  Holds<Invented<Document, D.Document>>,
  Holds<Invented<Body, D.Body>>,
  Holds<Invented<HeaderSection, D.HeaderSection>>,
  Holds<Invented<FooterSection, D.FooterSection>>,
  Holds<Invented<Paragraph, D.Paragraph>>,
  Holds<Invented<ListItem, D.ListItem>>,
  Holds<Invented<Text, D.Text>>,
  Holds<Invented<Table, D.Table>>,
  Holds<Invented<TableRow, D.TableRow>>,
  Holds<Invented<TableCell, D.TableCell>>,
  Holds<Invented<InlineImage, D.InlineImage>>,
  Holds<Invented<PageBreak, D.PageBreak>>,
  Holds<Invented<Footnote, D.Footnote>>,
  Holds<Invented<FootnoteSection, D.FootnoteSection>>,
  Holds<Invented<Tab, D.Tab>>,
  Holds<Invented<DocumentTab, D.DocumentTab>>,
  Holds<Invented<HorizontalRule, D.HorizontalRule>>,
  Holds<Invented<DriveAppFace, GoogleAppsScript.Drive.DriveApp>>,
  Holds<Invented<File, GoogleAppsScript.Drive.File>>,
  Holds<Invented<Folder, GoogleAppsScript.Drive.Folder>>,
  Holds<Invented<Blob, GoogleAppsScript.Base.Blob>>,
  Holds<Invented<Ui, GoogleAppsScript.Base.Ui>>,
  Holds<Invented<SessionFace, GoogleAppsScript.Base.Session>>,
  Holds<Invented<LoggerFace, GoogleAppsScript.Base.Logger>>,
  Holds<Invented<MailAppFace, GoogleAppsScript.Mail.MailApp>>,
  Holds<Invented<GmailAppFace, GoogleAppsScript.Gmail.GmailApp>>,
  Holds<Invented<GmailMessage, GoogleAppsScript.Gmail.GmailMessage>>,
  Holds<Invented<PropertiesServiceFace, GoogleAppsScript.Properties.PropertiesService>>,
  Holds<Invented<CacheServiceFace, GoogleAppsScript.Cache.CacheService>>,
  Holds<Invented<LockServiceFace, GoogleAppsScript.Lock.LockService>>,
  Holds<Invented<ScriptAppFace, GoogleAppsScript.Script.ScriptApp>>,
  Holds<Invented<Trigger, GoogleAppsScript.Script.Trigger>>,
  Holds<Invented<UtilitiesFace, GoogleAppsScript.Utilities.Utilities>>,
  Holds<Invented<HtmlServiceFace, GoogleAppsScript.HTML.HtmlService>>,
  Holds<Invented<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>>,
  Holds<Invented<ContentServiceFace, GoogleAppsScript.Content.ContentService>>,
  Holds<Invented<TextOutput, GoogleAppsScript.Content.TextOutput>>,
  Holds<Invented<UrlFetchAppFace, GoogleAppsScript.URL_Fetch.UrlFetchApp>>,
  Holds<Invented<HTTPResponse, GoogleAppsScript.URL_Fetch.HTTPResponse>>,
];
