import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryFolder } from '../library.ts';
import { templateDescriptions } from './template-descriptions.ts';
import { schemaPaths, templateSchemaText } from './template-schema.ts';

describe('template.schema.json', () => {
  it('is_what_the_reader_reads__else: npm run -s cci -- template schema > forms-templates/template.schema.json', () => {
    expect(readFileSync(join(libraryFolder, 'template.schema.json'), 'utf8')).toBe(templateSchemaText());
  });

  it('every_property_has_a_description_and_every_description_a_property', () => {
    expect(Object.keys(templateDescriptions).sort()).toEqual([...new Set(schemaPaths())].sort());
  });

  it('describes_what_may_be_left_out', () => {
    const schema = JSON.parse(templateSchemaText()) as { required: string[]; additionalProperties: boolean };
    expect(schema.required).not.toContain('audience');
    expect(schema.required).toContain('sections');
    expect(schema.additionalProperties).toBe(false);
  });
});
