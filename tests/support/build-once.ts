/** Builds the product before the test files start, where a source is younger, so that none of them builds beside another. */
import { buildProduct } from './built.ts';

export default async function setup(): Promise<void> {
  await buildProduct();
}
