/** `cci template schema`: the JSON Schema of `template.yaml`, for editors. */
import { templateSchemaText } from '../schema/template-schema.ts';
import type { ExitCode } from './outcome.ts';

export function templateSchemaCommand(): ExitCode {
  process.stdout.write(templateSchemaText());
  return 0;
}
