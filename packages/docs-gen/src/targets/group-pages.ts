import { writeGroupPage } from '../markdown/group.js';
import { groupsOf } from '../reference/group-doc.js';
import { nameFiles } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';
import type { RenderedFile } from './target.js';

/** A Markdown page for every group with all of its functions, in a folder of their own. */
export const renderGroupPages = (reference: Reference): RenderedFile[] =>
  groupsOf(reference).map((group) => ({
    path: `${nameFiles(reference)}/groups/${group.name}.md`,
    text: writeGroupPage(reference, group),
  }));
