/** The JSON Schema of `template.yaml` for editors, made of the reader's own schema and the words for people. */
import * as z from 'zod/mini';
import { templateSchema } from '../../shared/template/template.ts';
import { templateDescriptions } from './template-descriptions.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Visits every property of a schema with its path; lists leave no trace in it. */
function visit(node: Node, path: string, see: (path: string, property: Node) => void): void {
  if (isNode(node.properties)) {
    for (const [name, property] of Object.entries(node.properties)) {
      if (!isNode(property)) continue;
      const own = path === '' ? name : `${path}.${name}`;
      see(own, property);
      visit(property, own, see);
    }
  }
  if (isNode(node.items)) visit(node.items, path, see);
  for (const one of Array.isArray(node.anyOf) ? node.anyOf : []) if (isNode(one)) visit(one, path, see);
}

/** Paths of all properties that the schema has. */
export function schemaPaths(): readonly string[] {
  const paths: string[] = [];
  visit(plainSchema(), '', (path) => paths.push(path));
  return paths;
}

/** Draft 7 is what the language server of YAML reads (https://github.com/redhat-developer/yaml-language-server). */
function plainSchema(): Node {
  return { ...z.toJSONSchema(templateSchema(), { io: 'input', target: 'draft-7' }) };
}

/** The document as it is stored in `forms-templates/template.schema.json`. */
export function templateSchemaText(): string {
  const schema = plainSchema();
  visit(schema, '', (path, property) => {
    const description = templateDescriptions[path];
    if (description !== undefined) property.description = description;
  });
  const head = { title: '会議所キットのひな型（template.yaml）' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
