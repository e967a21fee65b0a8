import type { Shell } from './completion-command.js';

/** The line that stands for the files of the current folder. */
export const FILES = '@files';

const BASH = `_segment_lua() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line
  [ "$current" = = ] && current=
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = '${FILES}' ]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    else
      COMPREPLY+=("$line")
    fi
  done < <(segment-lua completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _segment_lua segment-lua`;

const ZSH = `#compdef segment-lua
_segment_lua() {
  local -a lines
  lines=("\${(@f)$(segment-lua completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${lines[(Ie)${FILES}]} )); then
    lines=("\${(@)lines:#${FILES}}")
    if [[ "$words[CURRENT]" == --*=* ]]; then compset -P '*='; fi
    _files
  fi
  lines=("\${(@)lines:#}")
  (( $#lines )) && _describe segment-lua lines
}
if [ "$funcstack[1]" = _segment-lua ]; then
  _segment_lua
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _segment_lua segment-lua
fi`;

const FISH = `function __segment_lua
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for line in (segment-lua completion fish -- $words[2..-1] "$current" 2>/dev/null)
    if test "$line" = '${FILES}'
      set -l option (string match -r -- '^--[^=]*=' "$current")
      printf '%s\\n' "$option"(__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
    else
      echo $line
    end
  end
end
complete -c segment-lua -f -a '(__segment_lua)'`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** The script that completes lines in a shell. It asks `segment-lua completion` for what may come next. */
export const writeCompletionScript = (shell: Shell): string => SCRIPTS[shell];
