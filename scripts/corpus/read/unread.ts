/** What stands for a document of which nothing could be read. */
import type { SourceDocument, SourceFormat } from '../../../shared/corpus/model.ts';
import { issue } from '../../../shared/issue/issue.ts';

export function unread(file: string, format: SourceFormat, code: string): SourceDocument {
  return { file, format, title: '', lines: [], issues: [issue(code, 'error', '', { params: { file } })] };
}
