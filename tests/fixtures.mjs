// The repository's own reports, tests/cases/**, as paths relative to the repository.

import { readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

function below(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? below(path) : [path];
    });
}

const all = below('tests/cases');

/** Plain text. */
export const fixtures = all.filter((path) => extname(path) === '.txt');

/** Pages, which are parsed before they are text. */
export const pages = all.filter((path) => ['.html', '.mht'].includes(extname(path)));
