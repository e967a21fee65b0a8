import { estimateTokens } from '../reference/text.js';
import { html, type Markup } from './markup.js';

/** The Markdown an agent would read in place of the page, to look at and copy. */
export const renderRawMarkdown = (
  markdown: string,
): Markup => html`<section class="raw" aria-labelledby="raw-agent-markdown">
<h2 id="raw-agent-markdown"><a class="anchor" href="#raw-agent-markdown">Raw agent markdown</a></h2>
<p>What an agent reads in place of this page: about ${estimateTokens(markdown)} tokens.</p>
<details>
<summary>Show the Markdown</summary>
<figure class="code"><figcaption>Markdown</figcaption><pre tabindex="0"><code class="language-markdown">${markdown}</code></pre></figure>
</details>
</section>`;
