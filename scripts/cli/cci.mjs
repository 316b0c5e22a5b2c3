#!/usr/bin/env node
// The package's `bin`: runs the TypeScript command line directly, no build step.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
