# shellcheck shell=sh
# Installs the dependencies, once. Read by scripts/wirework, whose die, find_bun and is_installed it uses.
#
# They go into the project or, where that cannot be written, into a copy of it: a module's dependencies are looked for
# in the folders above the module, so where node_modules is, the modules must be.

# What a copy of the project is made of.
sources='.npmrc package.json package-lock.json tsconfig.json lib recipes scripts'

# Installs what the project $1 needs, unless the arguments after it forbid that. Prints the folder to run from.
install_for() {
  project=$1
  shift
  folder=$project
  locked=$project
  if ! is_writable "$project"; then
    folder=$(place_of_copy) || exit
    locked=${folder%/*}
  fi
  if ! is_installed "$folder"; then
    require_permission "$@"
    require_installer
    # The kernel releases the lock of a process that was killed. Who had to wait for it finds the work done.
    (
      flock 9 || die 1 "Cannot lock \"$locked\" for the installation"
      is_installed "$folder" && exit
      [ "$folder" = "$project" ] || copy_project
      install_dependencies
    ) 9<"$locked" || exit
  fi
  printf '%s\n' "$folder"
}

is_writable() {
  [ -w "$1" ] && { [ ! -e "$1/node_modules" ] || [ -w "$1/node_modules" ]; }
}

require_permission() {
  for argument; do
    case $argument in
      --) return ;;
      --no-install)
        die 2 "Cannot run without the dependencies, which --no-install forbids to install: leave it out" \
          "npm ci --omit=dev --prefix \"$project\""
        ;;
    esac
  done
}

require_installer() {
  command -v npm >/dev/null || command -v bun >/dev/null ||
    die 2 "Cannot install the dependencies: there is neither npm nor Bun (https://bun.com/docs/installation)" \
      "sudo apt-get install nodejs npm"
}

# Prints the place for a copy of the project. Its name is made of the content: a changed project gets a new copy.
place_of_copy() {
  private=$(private_folder) || exit
  # shellcheck disable=SC2086 # a list of words
  content=$(cd -- "$project" && find $sources -type f -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' -)
  printf '%s\n' "$private/$content"
}

# Makes and prints a folder that we alone can write to: what is in it will be run.
private_folder() {
  user=$(id -u)
  case ${XDG_CACHE_HOME-} in
    /*) cache=$XDG_CACHE_HOME ;;
    *) cache=${HOME:-/nonexistent}/.cache ;;
  esac
  mkdir -m 700 -- "$cache" 2>/dev/null
  for private in "$cache/wirework" "/tmp/wirework-$user"; do
    mkdir -m 700 -- "$private" 2>/dev/null
    is_private "$private" && printf '%s\n' "$private" && return
  done
  die 2 "Cannot install the dependencies: neither \"$project\" nor \"$cache\" can be written, and \"$private\" is not a \
folder of this user's that nobody else can write to. Remove it, or set XDG_CACHE_HOME to a folder that can be written"
}

# Whether $1 is a folder, not a link to one, that belongs to us and that nobody else can write to.
is_private() {
  [ -w "$1" ] && [ "$(find "$1" -prune -type d -user "$user" ! -perm -020 ! -perm -002)" ]
}

copy_project() {
  rm -rf -- "$folder" && mkdir -- "$folder" || exit 1
  # shellcheck disable=SC2086 # a list of words
  (cd -- "$project" && cp -RP $sources "$folder") || die 1 "Cannot copy \"$project\" to \"$folder\""
}

# Installs into the folder, where a developer's own dependencies stay. What is_installed looks for is written last, so
# that an installation that was cut off does not pass for one.
install_dependencies() {
  cd -- "$folder" || exit 1
  printf 'wirework: installing its dependencies into %s/node_modules, once\n' "$folder" >&2
  development=--omit=dev
  grep -qs '"dev": true' node_modules/.package-lock.json && development=--include=dev
  rm -f node_modules/.package-lock.json node_modules/.wirework-lock.json
  if [ ! -w "${HOME:-/nonexistent}" ]; then # nobody's, for example: npm wants to keep its downloads there
    export npm_config_cache="$folder/.npm-cache" BUN_INSTALL_CACHE_DIR="$folder/.npm-cache"
  fi
  if command -v npm >/dev/null; then
    log=$(npm ci "$development" --include=optional 2>&1 </dev/null)
  else # from the same package-lock.json; no install script runs, since there may be no Node.js
    log=$(bun install --production --frozen-lockfile --ignore-scripts 2>&1 </dev/null)
  fi && log=$(bun=$(find_bun "$folder") && "$bun" --version 2>&1)
  status=$?
  rm -rf .npm-cache
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$log" | tail -n 15 >&2
    die 1 "Cannot install the dependencies into \"$folder\": the reason is above. The next run tries again"
  fi
  cp -p package-lock.json node_modules/.wirework-lock.json
}
