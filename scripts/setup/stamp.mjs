import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.mjs';

/**
 * A stamp lies inside what was made and names what it was made from: whoever deletes the folder
 * deletes the claim with it, and clocks and checkouts that touch files do not matter.
 */
export function hasStamp(file, stamp) {
  return readStamp(file) === stamp;
}

export function readStamp(file) {
  try {
    return readFileSync(join(PROJECT, file), 'utf8');
  } catch {
    return undefined;
  }
}

export function writeStamp(file, stamp) {
  writeFileSync(join(PROJECT, file), stamp);
}

/** One hash over names and contents of files and folders (relative to the project). */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(PROJECT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const folder = join(PROJECT, path);
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(PROJECT.length))
    .sort();
}
