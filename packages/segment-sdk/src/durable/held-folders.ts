import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { lockFolder } from './folder-lock.js';
import { LogFolder, type LogSettings } from './log-folder.js';
import type { SegmentFile } from './segment-file.js';
import { syncFolder } from './sync-folder.js';

/** How often folders of processes that died are looked for, in milliseconds. */
const ADOPT_MS = 5_000;

/** A folder that is locked for this process. */
interface Held {
  readonly folder: LogFolder;
  readonly unlock: () => Promise<void>;
}

/** How folders are kept. */
export interface HeldSettings extends LogSettings {
  /** The folder of all sources. */
  readonly folder: string;
}

/** The folders of a source that this process has locked: its own, and those of processes that are gone. */
export class HeldFolders {
  readonly #settings: HeldSettings;
  readonly #held: Held[] = [];
  #own: LogFolder | undefined;
  #home = '';
  #lookedAt = 0;

  constructor(settings: HeldSettings) {
    this.#settings = settings;
  }

  /** All of them, the oldest first. */
  get folders(): readonly LogFolder[] {
    return this.#held.map(({ folder }) => folder);
  }

  /** The files of events in all of them. */
  get segments(): SegmentFile[] {
    return this.folders.flatMap(({ segments }) => segments);
  }

  /** Bytes of all files. */
  get size(): number {
    return this.folders.reduce((sum, { size }) => sum + size, 0);
  }

  /** Number of events that have not ended. */
  get left(): number {
    return this.segments.reduce((sum, { left }) => sum + left, 0);
  }

  /** Number of dead events. */
  get dead(): number {
    return this.folders.reduce((sum, { dead }) => sum + dead, 0);
  }

  /** Takes over what nobody has of a source, and chooses the folder that is written to. */
  async open(source: string): Promise<LogFolder> {
    this.#home = join(this.#settings.folder, source);
    await this.#adopt();
    for (let n = 0; !this.#own; n += 1) this.#own = this.folders[0] ?? (await this.#take(String(n)));
    return this.#own;
  }

  /** Takes over the folders that nobody has, if that was not done a short time ago. */
  async adoptSometimes(): Promise<void> {
    if (performance.now() - this.#lookedAt >= ADOPT_MS) await this.#adopt();
  }

  /** Lets go of folders of others that are empty. */
  async leaveEmpty(): Promise<void> {
    if (this.#held.length === 1) return;
    for (const held of [...this.#held]) {
      const { folder, unlock } = held;
      if (folder === this.#own || folder.segments.length > 0 || folder.dead > 0) continue;
      // Another settlement may be at it.
      if (!this.#held.includes(held)) continue;
      this.#held.splice(this.#held.indexOf(held), 1);
      await folder.close();
      rmSync(folder.path, { recursive: true, force: true });
      await unlock();
    }
  }

  /** Lets go of all. */
  async close(): Promise<void> {
    this.#own = undefined;
    for (const { folder, unlock } of this.#held.splice(0)) {
      await folder.close();
      await unlock();
    }
  }

  async #adopt(): Promise<void> {
    this.#lookedAt = performance.now();
    await this.#make(this.#home);
    for (const name of readdirSync(this.#home).sort()) if (/^\d+$/.test(name)) await this.#take(name);
  }

  async #make(path: string): Promise<void> {
    const first = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!first || !this.#settings.isSynced) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  }

  /** Locks a folder and opens it, unless somebody has it. */
  async #take(name: string): Promise<LogFolder | undefined> {
    const path = join(this.#home, name);
    if (this.folders.some((folder) => folder.path === path)) return undefined;
    await this.#make(path);
    const unlock = await lockFolder(path);
    if (!unlock) return undefined;
    try {
      const folder = new LogFolder(path, this.#settings);
      this.#held.push({ folder, unlock });
      return folder;
    } catch (error) {
      await unlock();
      throw error;
    }
  }
}
