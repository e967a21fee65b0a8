import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { declareTokenAdd, declareTokenList, declareTokenRemove, declareTokens } from './tokens-command.js';

/** `segment-lua tokens` with its verbs, each of which loads its code when it is used. */
export const connectTokens = (): CommandUnknownOpts => {
  const tokens: CommandUnknownOpts = declareTokens();
  return tokens
    .addCommand(declareTokenList().action(async (file, flags) => (await load()).listTokens(file, flags)))
    .addCommand(
      declareTokenAdd().action(async (file, name, flags) => {
        (await load()).addToken(file, name, flags);
      }),
    )
    .addCommand(
      declareTokenRemove().action(async (file, name, flags) => {
        (await load()).removeToken(file, name, flags);
      }),
    );
};

const load = () => import('./tokens.js');
