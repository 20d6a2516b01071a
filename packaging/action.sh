#!/usr/bin/env bash
# What the GitHub Action and the GitLab template run: every document on its own, in the form that
# the service shows beside the change.
#   RAPPORT_FILES  globs, one a line     RAPPORT_ARGS  further options     RAPPORT_DEB  to install
set -euo pipefail
shopt -s globstar

if [[ ${RAPPORT_DEB:-} ]]; then
  sudo=$([[ $(id -u) -eq 0 ]] || echo sudo)
  $sudo apt-get update -qq
  $sudo apt-get install -qq -y "$(readlink -f "$RAPPORT_DEB")"
fi

files=()
while IFS= read -r pattern; do
  [[ $pattern ]] || continue
  mapfile -t -O "${#files[@]}" files < <(compgen -G "$pattern" || true)
done <<<"${RAPPORT_FILES:?name the documents to check}"
if [[ ${#files[@]} -eq 0 ]]; then
  echo "rapport: $RAPPORT_FILES: no such file (the patterns are relative to $PWD)" >&2
  exit 2
fi

read -ra args <<<"${RAPPORT_ARGS:-}"
# Annotations and a summary, unless another form is asked for.
if [[ ${GITHUB_ACTIONS:-} == true && ! " ${args[*]}" =~ \ (-f|--format) ]]; then
  args+=(--format github)
fi
exec rapport check --each "${args[@]}" -- "${files[@]}"
