import { complain, sayJson } from '../../terminal/terminal.js';
import { type Figures, type FiguresService, serveFigures } from './serve-figures.js';

/** Serves figures where the command line says, and tells where that is. */
export const openFigures = async (
  figures: Figures,
  { listen, port = 0, json }: { readonly listen: string; readonly port?: number; readonly json?: true },
): Promise<FiguresService> => {
  const service = await serveFigures(figures, { host: listen, port });
  if (json) sayJson({ url: service.url });
  else complain(`/health and /metrics are at ${service.url}`);
  return service;
};
