import { resolve } from "node:path";
import { openAside } from "../../host/side-file.js";
import type { Session } from "../session.js";
import type { Page } from "./page.js";
import { loadPainter } from "./painter.js";
import { renderPage } from "./render.js";

/** A page to be written when the work is done. */
export interface PageFile {
  /** As typed. */
  readonly path: string;
  /** Puts the page in its place, in one step. */
  write(page: Page): Promise<void>;
  /** Forgets it; whatever stood in the place before still does. Harmless after `write`. */
  discard(): void;
}

/**
 * Starts the file that `--page` names; `null` where none is asked for. What stands in the way of it (a folder that does not exist,
 * the missing library for charts) is thrown here rather than after the work.
 */
export async function openPage({ io, language }: Session, path: string | undefined): Promise<PageFile | null> {
  if (path === undefined) return null;
  await loadPainter(language);
  const file = openAside(resolve(io.cwd, path), path);
  return {
    path,
    async write(page) {
      file.write(await renderPage(page, language));
      file.commit();
    },
    discard: () => file.discard(),
  };
}
