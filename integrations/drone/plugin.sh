#!/usr/bin/env sh
# The entry of the plugin's image, which is made from integrations/container: settings of the step come as PLUGIN_… variables, in Drone, Harness and
# Woodpecker alike.
set -eu

# Words of the setting are arguments each, and no names of files.
set -f
# shellcheck disable=SC2086
exec stanch ci ${PLUGIN_ARGUMENTS:-}
