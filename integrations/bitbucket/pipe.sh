#!/usr/bin/env bash
# What the pipe's image runs (it is made from integrations/container, with this file as its entry). ARGUMENTS are more arguments of 'stanch ci'.
set -euo pipefail

cd "${BITBUCKET_CLONE_DIR:-.}"
read -ra arguments <<<"${ARGUMENTS:-}"
exec stanch ci "${arguments[@]}"
