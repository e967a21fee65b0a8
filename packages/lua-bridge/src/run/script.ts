import { createSyntaxError } from '../bridge/syntax-error.js';
import { copyCode, makeChunk } from '../vm/compiler/chunk.js';
import { compileText } from '../vm/compiler/compile.js';
import { createTexts, type KnownTexts } from '../vm/state/known-texts.js';
import type { Runtime } from '../vm/state/lua-state.js';
import type { Prototype } from '../vm/values/function.js';
import type { Value } from '../vm/values/value.js';

/** A script's text, compiled by the first run that uses it. What its runs share never changes. */
export class Script {
  #code: Prototype | undefined = undefined;

  constructor(
    private readonly text: string,
    private readonly name = 'script.lua',
  ) {}

  /**
   * The script as a function of a state.
   * @throws LuaError for a fault of syntax.
   */
  load(runtime: Runtime): Value {
    const { L } = runtime;
    if (this.#code !== undefined) return makeChunk(L, copyCode(this.#code, runtime.budget));
    const compiled = compileText(L, this.text, `@${this.name}`);
    if (!compiled.ok) throw createSyntaxError(runtime, compiled, this.text);
    this.#code = compiled.code;
    return compiled.chunk;
  }
}

/** Where a sandbox has its code from. */
export interface CodeSource {
  /** The script of a text. */
  readonly script: (text: string, name: string | undefined) => Script;
  /** Texts that were compiled before. */
  readonly texts: KnownTexts;
  /** Forgets what is of no use to others when the sandbox is disposed of. */
  readonly forget: () => void;
}

/** A script that nobody else has. */
export const createScript: CodeSource['script'] = (text, name) => new Script(text, name);

/** The code of a sandbox of its own. */
export const createSource = (): CodeSource => {
  const texts = createTexts();
  return {
    script: createScript,
    texts,
    forget: () => {
      texts.clear();
    },
  };
};
